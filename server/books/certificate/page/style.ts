/** Plain values beside the media query: browsers that know no custom properties still show the page as it is meant. */
export const STYLE = `
*{box-sizing:border-box}
body{margin:0;padding:16px;background:#f4f6f9;color:#17202c;font:16px/1.6 -apple-system,"PingFang SC","Noto Sans SC","Microsoft YaHei",sans-serif}
main{max-width:520px;margin:0 auto}
h1{margin:8px 0 16px;font-size:18px;font-weight:600}
.card{padding:24px 20px;border-radius:14px;background:#fff}
.head{position:relative;min-height:88px;padding-right:104px}
.head h2{margin:0 0 4px;font-size:22px;line-height:1.4}
.head p{margin:0;color:#4c5a6b;font-size:14px}
.seal{position:absolute;right:0;top:0;width:88px;height:88px;padding-top:25px;border:3px solid #66727e;border-radius:50%;color:#66727e;font-size:22px;font-weight:600;line-height:1.4;text-align:center;-webkit-transform:rotate(-8deg);transform:rotate(-8deg)}
.valid .seal{border-color:#b3261e;color:#b3261e}
.valid h2{color:#1f7a4d}
.superseded h2,.superseded .seal,.offline h2,.offline .seal,.busy h2,.busy .seal{color:#9c5000;border-color:#9c5000}
.revoked h2,.altered h2,.unknown h2,.malformed h2{color:#b3261e}
dl{margin:20px 0 0;padding:0;border-top:1px solid #e3e8ee}
.row{overflow:hidden;padding:10px 0;border-bottom:1px solid #e3e8ee}
dt{float:left;width:96px;color:#4c5a6b}
dd{margin:0 0 0 104px;word-break:break-all;font-variant-numeric:tabular-nums}
.advice{margin:16px 0 0;padding:12px 16px;border-radius:8px;background:#e8f0fa;color:#17202c}
.why{margin:16px 4px;color:#4c5a6b;font-size:14px}
button{display:block;width:100%;min-height:48px;margin-top:16px;border:0;border-radius:8px;background:#1558a6;color:#fff;font-size:16px}
[hidden]{display:none}
@media (prefers-color-scheme:dark){
body{background:#10151c;color:#eef2f6}
.card{background:#19212b}
.head p,dt,.why{color:#b3bec9}
dl,.row{border-color:#2b3643}
.seal{border-color:#8793a0;color:#8793a0}
.valid .seal,.revoked h2,.altered h2,.unknown h2,.malformed h2{color:#f08a82;border-color:#f08a82}
.valid h2{color:#6cc495}
.superseded h2,.superseded .seal,.offline h2,.offline .seal,.busy h2,.busy .seal{color:#f0a95c;border-color:#f0a95c}
.advice{background:#17304f;color:#eef2f6}
button{background:#7db1ee;color:#10151c}
}
`
