const SET_UP = `      - uses: actions/checkout@v7
      - uses: actions/setup-node@v7
        with:
          node-version: 24
          cache: npm
      - name: Install Broadsheet
        run: npm ci
`;

/** What GitHub does with a pull request. */
export const CHECK_WORKFLOW = `# Says what is wrong with the stories and layouts of a pull request, before anybody can read them.
name: Check

on:
  pull_request:

permissions:
  contents: read

jobs:
  check:
    runs-on: ubuntu-latest
    steps:
${SET_UP}      - name: Check the content
        run: npm run check -- --format github
      - name: Check the types of layouts
        run: npx tsc
      - name: Build the site
        run: npm run build
`;

/** How GitHub builds the site and publishes it. */
export const PUBLISH_WORKFLOW = `# Builds the site and puts it on GitHub Pages: at each change, and twice an hour for stories whose embargo has ended.
# A build that finds an error in the content publishes nothing, and the site stays as it was.
name: Publish

on:
  push:
    branches: [main]
  schedule:
    - cron: "5,35 * * * *"
  workflow_dispatch:

permissions:
  contents: read

concurrency:
  group: publish
  cancel-in-progress: false

jobs:
  build:
    runs-on: ubuntu-latest
    # The second right is to ask which address the site has: in a private repository that is no public matter.
    permissions:
      contents: read
      pages: read
    steps:
${SET_UP}      - name: Take over what earlier builds have kept
        uses: actions/cache@v5
        with:
          path: |
            .cache
            _site
          key: site-\${{ github.run_id }}
          restore-keys: site-
      - id: pages
        uses: actions/configure-pages@v6
      - name: Build the site
        run: npm run build -- --format github --url "\${{ steps.pages.outputs.base_url }}/"
      - uses: actions/upload-pages-artifact@v5
        with:
          path: _site
          # Such as \`.well-known/\`.
          include-hidden-files: true

  publish:
    needs: build
    runs-on: ubuntu-latest
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
      - id: deployment
        uses: actions/deploy-pages@v5
`;
