npx wxt build -c zz-wxt.config.ts >/dev/null 2>.cache/b1-err || tail -5 .cache/b1-err
for f in zendesk helpscout; do gzip -9 -c .cache/b1-out/chrome-mv3/content-scripts/$f.js | wc -c; node -e "console.log('$f', require('zlib').gzipSync(require('fs').readFileSync('.cache/b1-out/chrome-mv3/content-scripts/$f.js')).length)"; done
