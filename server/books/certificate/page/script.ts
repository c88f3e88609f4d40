/**
 * Runs in the browser that scanned the code, so it is written for the oldest: no modules, no arrow functions, no
 * fetch. Text goes in as text, never as markup. Without a network it shows the code's facts, and says that they are
 * not checked.
 */
export const SCRIPT = `
(function () {
  'use strict';
  var WORDS = {
    valid: ['这张证书有效', '平台刚刚核对了签名和当前状态。', '有效', '请与手中的证书逐项对照。有一项不同，就不能采信那张纸。'],
    superseded: ['这张证书已换发', '它曾经有效，后来换发了新的一张。', '已换发', '请持证人从“我的证书”出示新的一张。'],
    revoked: ['这张证书已撤销', '它所依据的学时已按无效处理。', '已撤销', '不能再作为凭证。如有疑问，请向发证单位核实。'],
    altered: ['这张证书不能采信', '内容和签名对不上，它被改动过。', '不符', '请持证人从“我的证书”重新出示原件。'],
    unknown: ['没有找到这张证书', '签名是真的，但平台没有这个编号。', '查无', '请稍后再查一次；仍然查不到，请向发证单位核实。'],
    malformed: ['没有读出这张证书', '二维码没有扫完整，或者不是学时的证书。', '未读', '把证书放大一些，再扫一次。'],
    offline: ['暂时无法核对', '现在连不上平台，不知道它此刻是否有效。', '未核对', '下面是二维码里写的内容，还没有核对签名。有网络时再查一次。'],
    waiting: ['正在核对', '正在向平台核对签名和当前状态。', '核对中', '']
  };
  var OF_REFUSAL = { CERTIFICATE_SIGNATURE: 'altered', CERTIFICATE_UNKNOWN: 'unknown', CERTIFICATE_MALFORMED: 'malformed', INPUT_INVALID: 'malformed', INPUT_TOO_LARGE: 'malformed' };
  function find(id) { return document.getElementById(id); }
  function two(n) { return (n < 10 ? '0' : '') + n; }
  function hours(n) { return (n / 100).toFixed(2).replace(/\\.?0+$/, '') + ' 学时'; }
  function number(text) { return text.replace(/(.{4})(?=.)/g, '$1-'); }
  function beijing(ms) { return new Date(ms + 8 * 3600000); }
  function day(ms) { var d = beijing(ms); return d.getUTCFullYear() + ' 年 ' + (d.getUTCMonth() + 1) + ' 月 ' + d.getUTCDate() + ' 日'; }
  function minute(ms) { var d = beijing(ms); return day(ms) + ' ' + two(d.getUTCHours()) + ':' + two(d.getUTCMinutes()); }
  function row(name, value) {
    var line = document.createElement('div');
    var term = document.createElement('dt');
    var fact = document.createElement('dd');
    line.className = 'row';
    term.appendChild(document.createTextNode(name));
    fact.appendChild(document.createTextNode(value));
    line.appendChild(term);
    line.appendChild(fact);
    find('facts').appendChild(line);
  }
  function show(state, rows) {
    var words = WORDS[state];
    find('card').className = 'card ' + state;
    find('card').setAttribute('data-state', state);
    find('title').firstChild.nodeValue = words[0];
    find('text').firstChild.nodeValue = words[1];
    find('seal').firstChild.nodeValue = words[2];
    find('advice').firstChild.nodeValue = words[3];
    find('advice').hidden = words[3] === '';
    find('again').hidden = state !== 'offline' && state !== 'unknown';
    while (find('facts').firstChild) find('facts').removeChild(find('facts').firstChild);
    find('facts').hidden = rows.length === 0;
    for (var i = 0; i < rows.length; i++) row(rows[i][0], rows[i][1]);
  }
  function checked(check) {
    show(check.state, [
      ['姓名', check.name], ['年度', check.year + ' 年度'], ['地区', check.regionName],
      ['公需', hours(check.hours['public'])], ['专业', hours(check.hours.professional)], ['合计', hours(check.hours.total)],
      ['编号', number(check.number)], ['发证日期', day(check.issuedAt)], ['核对时间', minute(check.checkedAt)]
    ]);
  }
  function bytesOf(text) {
    var bytes = [], buffer = 0, bits = 0;
    for (var i = 0; i < text.length; i++) {
      var value = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(text.charAt(i));
      if (value < 0) return null;
      buffer = (buffer << 5) | value; bits += 5;
      if (bits >= 8) { bits -= 8; bytes.push(buffer >> bits); buffer &= (1 << bits) - 1; }
    }
    return bytes.length === 93 ? bytes : null;
  }
  function unchecked(payload) {
    var bytes = bytesOf(payload);
    if (!bytes) return [];
    function at(i) { return bytes[i] * 256 + bytes[i + 1]; }
    return [
      ['年度', at(12) + ' 年度'], ['公需', hours(at(15))], ['专业', hours(at(17))],
      ['编号', number(payload.length ? numberIn(bytes) : '')], ['发证日期', day(Date.UTC(2020, 0, 1) - 8 * 3600000 + at(19) * 86400000)]
    ];
  }
  function numberIn(bytes) {
    var text = '', buffer = 0, bits = 0;
    for (var i = 2; i < 12; i++) {
      buffer = (buffer << 8) | bytes[i]; bits += 8;
      while (bits >= 5) { bits -= 5; text += '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.charAt((buffer >> bits) & 31); buffer &= (1 << bits) - 1; }
    }
    return text;
  }
  function ask() {
    var payload = window.location.hash.slice(1).toUpperCase();
    if (payload === '') return show('malformed', []);
    show('waiting', []);
    var request = new XMLHttpRequest();
    var over = false;
    function offline() { if (!over) { over = true; show('offline', unchecked(payload)); } }
    request.open('POST', './check', true);
    request.setRequestHeader('Content-Type', 'application/json');
    request.timeout = 10000;
    request.onerror = offline;
    request.ontimeout = offline;
    request.onload = function () {
      if (over) return;
      var answer = null;
      try { answer = JSON.parse(request.responseText); } catch (e) { return offline(); }
      if (answer.ok) { over = true; return checked(answer.check); }
      var state = OF_REFUSAL[answer.refusal && answer.refusal.code];
      if (!state) return offline();
      over = true;
      show(state, []);
    };
    request.send(JSON.stringify({ payload: payload }));
  }
  find('again').onclick = ask;
  window.onhashchange = ask;
  ask();
})();
`
