'use strict';

// The links in mails lead here with their token behind the #, which no browser sends to a server.
const [, kind, token] = location.hash.match(/^#(verify|reset)=(.+)$/) || [];
const paths = { verify: 'auth/verify', reset: 'auth/reset-password' };
const thanks = { verify: 'Thank you, the address is verified.', reset: 'The password is set. Every older token has ended.' };

function explain(detail) {
  return detail.reason || detail.code || (Array.isArray(detail) ? detail.map(each => each.msg).join(', ') : detail);
}

async function send(event) {
  event.preventDefault();
  const body = { token, ...Object.fromEntries(new FormData(event.target)) };
  const response = await fetch(paths[kind], {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  document.getElementById('answer').textContent =
    response.ok ? thanks[kind] : explain((await response.json()).detail);
}

if (kind) {
  history.replaceState(null, '', location.pathname);
  document.getElementById('welcome').hidden = true;
  const form = document.getElementById(kind);
  form.hidden = false;
  form.addEventListener('submit', send);
}
