// A film with subtitles and, beside it, its scenes to jump to. All text is set as text.
// Data: {film, poster, subtitles: address or "", label, start: seconds, play: boolean, scenes: [{begin, name, when}]}.

const players = new Set(); // this module is shared by all players of the page

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".player");
  const video = root.querySelector("video");
  if (video.dataset.film !== data.film) {
    load(root, video, data);
  } else if (video.dataset.start !== String(data.start)) {
    jump(video, data.start);
  }
  video.dataset.start = String(data.start);
  list(root, video, data.scenes);
  return () => {
    players.delete(video);
    video.pause();
    video.removeAttribute("src");
    video.load(); // ends the download
  };
}

function load(root, video, data) {
  const trouble = root.querySelector(".trouble");
  players.add(video);
  trouble.hidden = true;
  video.dataset.film = data.film;
  video.setAttribute("aria-label", data.label);
  video.poster = data.poster;
  video.replaceChildren(...(data.subtitles ? [track(data.subtitles)] : []));
  video.onerror = () => (trouble.hidden = false);
  video.onplay = () => players.forEach((other) => other !== video && other.pause());
  video.ontimeupdate = () => mark(root, video);
  if (data.start > 0) {
    video.onloadedmetadata = () => jump(video, data.start); // a jump to the start would take the poster away
  } else {
    video.onloadedmetadata = null;
  }
  video.src = data.film;
  if (data.play) {
    start(video);
  }
}

function track(address) {
  const element = document.createElement("track");
  Object.assign(element, { kind: "subtitles", srclang: "en", label: "English", src: address, default: true });
  return element;
}

function list(root, video, scenes) {
  const wanted = JSON.stringify(scenes);
  if (root.dataset.scenes === wanted) {
    return;
  }
  root.dataset.scenes = wanted;
  root.classList.toggle("with-scenes", scenes.length > 0);
  root.querySelector(".scenes").replaceChildren(...scenes.map((scene) => entry(video, scene)));
  mark(root, video);
}

function entry(video, scene) {
  const [item, button, words] = ["li", "button", "span"].map((name) => document.createElement(name));
  words.append(text("name", scene.name), text("when", scene.when));
  button.type = "button";
  button.dataset.begin = scene.begin;
  button.append(text("begin", clock(scene.begin)), words);
  button.onclick = () => {
    jump(video, scene.begin);
    start(video);
  };
  item.append(button);
  return item;
}

function text(name, words) {
  const element = document.createElement("span");
  element.className = name;
  element.textContent = words;
  return element;
}

function clock(seconds) {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
}

function mark(root, video) {
  const buttons = [...root.querySelectorAll(".scenes button")];
  const current = buttons.findLast((button) => Number(button.dataset.begin) <= video.currentTime + 0.05);
  buttons.forEach((button) => button.setAttribute("aria-current", String(button === current)));
}

function jump(video, seconds) {
  const last = Number.isFinite(video.duration) ? Math.max(0, video.duration - 0.5) : seconds;
  video.currentTime = Math.min(seconds, last);
}

function start(video) {
  // Browsers refuse sound before the first click on a page: then the film waits for one.
  video.play().catch(() => {});
}
