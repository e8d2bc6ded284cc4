/* Goes on a journey in PhantomJS: `phantomjs phantom.js JOURNEY.json LOOK.js TRAVELLED.json`. ES5. */
// biome-ignore-all lint/complexity/useArrowFunction: not in ES5.
// biome-ignore-all lint/suspicious/noVar: not in ES5.
// biome-ignore-all lint/style/useTemplate: not in ES5.
// biome-ignore-all lint/style/useNodejsImportProtocol: PhantomJS has modules of its own.
var system = require('system');
var files = require('fs');
var journey = JSON.parse(files.read(system.args[1]));
var look = files.read(system.args[2]).replace(/;\s*$/, '');
var page = require('webpage').create();
var travelled = { version: '', sights: [], requests: [], faults: [] };
var QUIET = 300;

page.viewportSize = { width: 1000, height: 800 };
page.onInitialized = function () {
  if (journey.before) page.evaluate('function () {' + journey.before + '}');
};
page.onError = function (message) {
  travelled.faults.push('exception: ' + message);
};
page.onResourceRequested = function (request) {
  travelled.requests.push(request.url);
};
page.onResourceReceived = function (response) {
  if (response.stage === 'end' && (response.status >= 400 || response.status === null))
    travelled.faults.push(response.status + ': ' + response.url);
};
phantom.onError = function (message) {
  system.stderr.write(message + '\n');
  phantom.exit(1);
};

take(0);

function take(index) {
  var step = journey.steps[index];
  if (!step) return end();
  if (step.do === 'open') {
    page.open(step.address, function (status) {
      if (status !== 'success') travelled.faults.push('failed: ' + step.address);
      note();
    });
  } else {
    if (step.do === 'press') press(step.key);
    else if (step.do === 'click the button') clickTheButton();
    else page.render(step.file);
    note();
  }

  function note() {
    setTimeout(function () {
      travelled.sights.push(JSON.parse(page.evaluate('function () { return (' + look + ') }')));
      take(index + 1);
    }, QUIET);
  }
}

function press(key) {
  var keys = page.event.key;
  if (key === 'Space') page.sendEvent('keypress', ' ');
  else page.sendEvent('keypress', key === 'Tab' ? keys.Tab : keys.Enter);
}

function clickTheButton() {
  var banner = travelled.sights[travelled.sights.length - 1].banner;
  page.sendEvent('click', banner.buttonX, banner.buttonY);
}

function end() {
  travelled.version = (/AppleWebKit\/([\d.]+)/.exec(page.settings.userAgent) || [])[1];
  files.write(system.args[3], JSON.stringify(travelled), 'w');
  phantom.exit(0);
}
