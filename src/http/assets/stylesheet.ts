/** A quiet letter on warm paper. Colour only where it means something, and never colour alone. */
export const stylesheet = `
:root{color-scheme:light dark;--page:#f6f4ef;--card:#fffdf9;--ink:#22302a;--muted:#5f6b64;--rule:#e5e0d5;--accent:#1f6b4a;
--thriving:#3f8a63;--steady:#93bb8f;--fading:#d9a04f;--quiet:#c0662a}
@media (prefers-color-scheme:dark){:root{--page:#141a17;--card:#1b231f;--ink:#e6ece8;--muted:#9fb0a6;--rule:#2c3731;--accent:#8fd0ad;
--thriving:#6dbb92;--steady:#a9c9a4;--fading:#e3b778;--quiet:#e08a4f}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Helvetica,Arial,sans-serif}
a{color:var(--accent)}
a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,textarea:focus-visible,summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:4px}
.skip{position:absolute;left:-999px}.skip:focus{left:12px;top:12px;background:var(--card);padding:8px 12px;z-index:1}
.top nav{display:flex;flex-wrap:wrap;gap:6px 22px;align-items:baseline;max-width:1080px;margin:0 auto;padding:22px 24px}
.top a{color:var(--muted);text-decoration:none}.top a:hover{color:var(--ink)}.top a[aria-current]{color:var(--ink);font-weight:600}
.top .brand{font:600 20px Georgia,"Times New Roman",serif;color:var(--ink);margin-right:auto}
main{max-width:1080px;margin:0 auto;padding:0 24px 56px}
main.alone{max-width:620px;padding-top:9vh}
.two{display:grid;grid-template-columns:minmax(0,1fr) 340px;gap:20px;align-items:start}
.narrow{max-width:720px}
@media (max-width:900px){.two{grid-template-columns:minmax(0,1fr)}}
.card{background:var(--card);border-radius:14px;padding:24px}
.card+.card{margin-top:20px}.two>.card+.card{margin-top:0}
@media (max-width:480px){main,.top nav{padding-left:14px;padding-right:14px}.card{padding:20px 18px}}
h1,h2,h3{overflow-wrap:anywhere}
h1{font:600 25px/1.25 Georgia,"Times New Roman",serif;margin:0 0 6px;text-wrap:balance}
h2{font-size:18px;line-height:1.4;font-weight:600;margin:0}select+h2,input+h2{margin-top:28px}
h3{font-size:16px;margin:0}
p{margin:6px 0;max-width:65ch;overflow-wrap:anywhere}
.muted{color:var(--muted);font-size:14px}
.small{font-size:14px}
hr{border:0;border-top:1px solid var(--rule);margin:20px 0}
.button{display:inline-block;background:var(--accent);color:var(--card);padding:10px 18px;border:0;border-radius:8px;text-decoration:none;font:600 16px/1.4 inherit;font-family:inherit;cursor:pointer}
.button.plain{background:transparent;color:var(--accent);box-shadow:inset 0 0 0 1.5px var(--rule)}
.button[aria-disabled]{background:transparent;color:var(--muted);box-shadow:inset 0 0 0 1.5px var(--rule);cursor:default}
.actions{display:flex;flex-wrap:wrap;gap:10px 12px;margin-top:14px;align-items:center}
.each{padding:16px 0;border-top:1px solid var(--rule)}.each:first-of-type{border-top:0;padding-top:10px}
.each .button{padding:8px 15px;font-size:15px}
svg{display:block;width:100%;height:auto}
svg text{font:13px system-ui,-apple-system,"Segoe UI",sans-serif;fill:var(--ink)}
svg .quietly{fill:var(--muted)}svg .line{fill:none;stroke:var(--rule)}
svg .thriving{fill:var(--thriving)}svg .steady{fill:var(--steady)}
svg .fading{fill:var(--card);stroke:var(--fading);stroke-width:3}
svg .quiet{fill:var(--card);stroke:var(--quiet);stroke-width:2.5;stroke-dasharray:3 3}
svg .new,svg .unknown{fill:var(--card);stroke:var(--muted);stroke-width:1.5}
svg .you{fill:var(--ink)}svg .onyou{fill:var(--card);font-weight:600}
svg .out{fill:var(--thriving)}svg .in{fill:var(--steady)}svg .met{fill:var(--fading)}
svg .usual{fill:var(--steady);opacity:.28}svg .break{fill:var(--quiet);opacity:.18}
svg a:hover circle{stroke:var(--ink)}svg a:focus{outline:none}svg a:focus circle{stroke:var(--ink);stroke-width:3}
svg a text{display:none;paint-order:stroke;stroke:var(--card);stroke-width:4px}svg a.named text,svg a:hover text,svg a:focus text{display:inline}
.key{display:flex;gap:6px 16px;flex-wrap:wrap;font-size:14px;color:var(--muted);margin-top:10px;padding:0;list-style:none}
.mark{display:inline-block;width:12px;height:12px;border-radius:50%;margin-right:7px;vertical-align:-1px}
.mark.thriving{background:var(--thriving)}.mark.steady{background:var(--steady)}.mark.fading{border:3px solid var(--fading)}
.mark.quiet{border:2px dashed var(--quiet)}.mark.new,.mark.unknown{border:1.5px solid var(--muted)}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:15px}
th{font-weight:600;color:var(--muted);text-align:left;font-size:14px}
th,td{padding:9px 14px 9px 0;border-top:1px solid var(--rule);vertical-align:baseline}
thead th{border-top:0}td:last-child,th:last-child{padding-right:0}
td.stands{white-space:nowrap}
td.name{overflow-wrap:anywhere;min-width:9em}
@media (max-width:640px){.wide{display:none}td.name{min-width:6em}}
progress{width:100%;height:8px;appearance:none;border:0;border-radius:4px;overflow:hidden;background:var(--rule)}
progress::-webkit-progress-bar{background:var(--rule)}progress::-webkit-progress-value{background:var(--thriving);transition:width .6s}progress::-moz-progress-bar{background:var(--thriving)}
dl.facts{display:grid;grid-template-columns:minmax(130px,auto) 1fr;gap:6px 18px;margin:14px 0}dl.facts dt{color:var(--muted)}dl.facts dd{margin:0;overflow-wrap:anywhere}
input,select,textarea{font:inherit;color:inherit;background:var(--page);border:1px solid var(--rule);border-radius:8px;padding:9px 11px;max-width:100%}
textarea{width:100%;min-height:300px;line-height:1.55}
label{display:block;margin:14px 0 5px;font-size:14px;color:var(--muted)}
.field input[type=text],.field input[type=search]{width:100%}
.inline label{display:inline;margin:0 8px 0 0}
.tabs{display:flex;gap:4px;flex-wrap:wrap;margin:16px 0 4px}.tabs a{padding:6px 13px;border-radius:8px;text-decoration:none;color:var(--muted)}.tabs a[aria-current]{background:var(--page);color:var(--ink);font-weight:600}
@media (max-width:480px){.top .brand{flex-basis:100%}dl.facts{grid-template-columns:minmax(0,1fr);gap:0}dl.facts dd{margin:0 0 9px}}
.two+.card{margin-top:20px}
@media (max-width:640px){.along{overflow-x:auto;direction:rtl}.along svg{min-width:600px;direction:ltr}}
.halves{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:20px;margin-top:20px;align-items:start}.halves>.card+.card{margin-top:0}.halves+.card{margin-top:20px}
@media (max-width:900px){.halves{grid-template-columns:minmax(0,1fr)}}
.say{display:inline-flex;margin:0}.button.small{padding:6px 12px;font-size:14px}.button.link{padding:2px 0;font-size:14px;font-weight:400;box-shadow:none;text-decoration:underline}
form.inline{display:flex;flex-wrap:wrap;gap:6px 8px;align-items:center;margin:6px 0}form.inline label{margin:0}form.inline input,form.inline select{padding:6px 9px;font-size:15px}
ul.rows{list-style:none;margin:8px 0 12px;padding:0}ul.rows li{display:flex;flex-wrap:wrap;gap:4px 16px;justify-content:space-between;align-items:baseline;padding:8px 0;border-top:1px solid var(--rule)}ul.rows li:first-child{border-top:0}
ul.rows li>span{overflow-wrap:anywhere}ul.rows .actions{margin:0}
.links{display:flex;flex-wrap:wrap;gap:4px 18px;margin:10px 0 14px}
.said{display:flex;flex-wrap:wrap;gap:0 14px;align-items:baseline;margin:0 0 16px}.card h3{margin-top:16px;font-size:15px}.card h2+h3{margin-top:8px}
iframe.mail{width:100%;height:820px;border:1px solid var(--rule);border-radius:10px;background:#f6f4ef}
.note{border-left:3px solid var(--fading);padding:2px 0 2px 14px;margin:14px 0}
`
