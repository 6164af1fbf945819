// Tells Streamlit where its server is: every page lies directly below it.
window.__streamlit = { BACKEND_BASE_URL: new URL("./", window.location.href).href };
