/** What `broadsheet --help` prints. */
export const HELP = `Broadsheet makes a news site of a folder of Markdown.

Usage: npx broadsheet <command> [options]

  build            builds the site
    --content DIR    the content folder (content)
    --output DIR     the folder to write to (_site)
    --cache DIR      the folder for what later builds can use again (.cache)
    --now TIME       the moment of publication, such as "2026-11-23 07:30" (now)
    --drafts         with drafts
    --url URL        the site's address, in place of the one in site.yaml
    --clean          as if nothing had been built before
    --json           prints one JSON document

  check            says what is wrong with the content, builds nothing
    --content DIR    the content folder (content)
    --now TIME       the moment of publication (now)
    --strict         warnings count as errors
    --json           prints one JSON document

  new "Headline"   makes a story file
    --content DIR    the content folder (content)
    --section ID     its section
    --contributor ID who wrote it: a name, or an id of content/contributors/
    --date TIME      when it is published, such as "2026-11-23 07:30" (now)

  --help           prints this
  --version        prints the version

Exit code: 0 good, 1 the content has errors, 2 wrong use, 3 a fault of Broadsheet.
`;
