package org.muonframework.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * One page in a headless Chromium without a network, driven by the Chrome DevTools Protocol.
 *
 * <p>Every message of the console, every exception and every request is kept in {@link #complaints} and
 * {@link #requests}.
 */
final class Chromium implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 15;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();
    private final Process process;
    private final WebSocket socket;
    private final String session;

    /** The program, if one is installed. */
    static Optional<Path> installed() {
        String[] folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Arrays.stream(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts the program with its profile in a folder of its own. */
    Chromium(Path program, Path profile) throws IOException, InterruptedException {
        process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--enable-unsafe-swiftshader",
                        "--hide-scrollbars",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--host-resolver-rules=MAP * ~NOTFOUND",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("log").toFile())
                .start();
        try {
            List<String> place = place(profile.resolve("DevToolsActivePort"));
            socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(URI.create("ws://127.0.0.1:" + place.get(0) + place.get(1)), new Listener())
                    .join();
            String target = call("", "Target.createTarget", Map.of("url", "about:blank"))
                    .get("targetId")
                    .asText();
            session = call("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                    .get("sessionId")
                    .asText();
            for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
                call(domain + ".enable", Map.of());
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.destroy();
            throw e;
        }
    }

    private List<String> place(Path file) throws IOException, InterruptedException {
        for (int i = 0; i < PATIENCE_SECONDS * 20 && process.isAlive(); i++) {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() == 2) {
                return lines;
            }
            Thread.sleep(50);
        }
        throw new IOException("Chromium did not open its port");
    }

    /** Opens a page in a window of a width, light or dark, and forgets what happened before. */
    void open(Path html, int width, boolean dark) throws InterruptedException {
        boolean phone = width < 600;
        Map<String, Object> window = Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", phone);
        call("Emulation.setDeviceMetricsOverride", window);
        call("Emulation.setTouchEmulationEnabled", Map.of("enabled", phone, "maxTouchPoints", phone ? 5 : 1));
        Map<String, Object> scheme = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
        call("Emulation.setEmulatedMedia", Map.of("media", "", "features", List.of(scheme)));
        events.clear();
        call("Page.navigate", Map.of("url", html.toUri().toString()));
        for (int i = 0; i < PATIENCE_SECONDS * 50 && of("Page.loadEventFired").isEmpty(); i++) {
            Thread.sleep(20);
        }
    }

    /** Whether the pages opened from now on may run scripts. */
    void scripting(boolean allowed) {
        call("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
    }

    /** Opens a page as a browser without WebGL would. */
    void openWithoutWebGl(Path html, int width) throws InterruptedException {
        String source = "HTMLCanvasElement.prototype.getContext = () => null;";
        String script = call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", source))
                .get("identifier")
                .asText();
        open(html, width, false);
        call("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", script));
    }

    /** Lays the page out as it is printed on paper of a width. */
    void print(int width) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 1000, "deviceScaleFactor", 1, "mobile", false));
        call("Emulation.setEmulatedMedia", Map.of("media", "print"));
    }

    /** The value of a JavaScript expression; a failure is an exception. */
    JsonNode evaluate(String expression) {
        JsonNode answer =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.get("exceptionDetails").toString());
        }
        return answer.get("result").path("value");
    }

    /** Turns the wheel by one notch towards the reader's screen, at a place of the window. */
    void wheel(double x, double y, boolean withControl) {
        call(
                "Input.dispatchMouseEvent",
                Map.of(
                        "type",
                        "mouseWheel",
                        "x",
                        x,
                        "y",
                        y,
                        "deltaX",
                        0,
                        "deltaY",
                        -120,
                        "modifiers",
                        withControl ? 2 : 0));
    }

    /** Moves, presses or releases the left button of the mouse. */
    void mouse(String type, double x, double y, int clicks) {
        Map<String, Object> event = Map.of("type", type, "x", x, "y", y, "button", "left", "clickCount", clicks);
        call("Input.dispatchMouseEvent", event);
    }

    /** Puts fingers on the screen, moves or, if there are none, lifts them. */
    void touch(String type, double[]... fingers) {
        List<Map<String, Double>> points = Arrays.stream(fingers)
                .map(finger -> Map.of("x", finger[0], "y", finger[1]))
                .toList();
        call("Input.dispatchTouchEvent", Map.of("type", type, "touchPoints", points));
    }

    /** Errors and warnings of the console, exceptions, and what the page's policy refused. */
    List<String> complaints() {
        return Stream.of("Runtime.exceptionThrown", "Log.entryAdded", "Runtime.consoleAPICalled")
                .flatMap(method -> of(method).stream())
                .map(JsonNode::toString)
                .toList();
    }

    /** The addresses of all requests but those for data that the page itself holds. */
    List<String> requests() {
        return of("Network.requestWillBeSent").stream()
                .map(event -> event.at("/request/url").asText())
                .filter(url -> !url.startsWith("data:"))
                .toList();
    }

    /** The whole page as a PNG. */
    byte[] screenshot() {
        return data(call("Page.captureScreenshot", Map.of("captureBeyondViewport", true)));
    }

    /** The page as it is printed. */
    byte[] pdf() {
        return data(call("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true)));
    }

    private static byte[] data(JsonNode answer) {
        return Base64.getDecoder().decode(answer.get("data").asText());
    }

    private List<JsonNode> of(String method) {
        return events.stream()
                .filter(event -> event.get("method").asText().equals(method))
                .map(event -> event.get("params"))
                .toList();
    }

    private JsonNode call(String method, Map<String, Object> parameters) {
        return call(session, method, parameters);
    }

    private JsonNode call(String sessionId, String method, Map<String, Object> parameters) {
        int id = last.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        var message = JsonNodeFactory.instance.objectNode().put("id", id).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        if (!sessionId.isEmpty()) {
            message.put("sessionId", sessionId);
        }
        socket.sendText(message.toString(), true).join();
        JsonNode received = answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        if (received.has("error")) {
            throw new IllegalStateException(method + ": " + received.get("error"));
        }
        return received.get("result");
    }

    @Override
    public void close() throws InterruptedException {
        call("", "Browser.close", Map.of());
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        socket.abort();
    }

    /** Joins the pieces of messages, and hands answers to those who wait for them. */
    private final class Listener implements WebSocket.Listener {

        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket source, CharSequence data, boolean isLast) {
            message.append(data);
            if (isLast) {
                receive(message.toString());
                message.setLength(0);
            }
            source.request(1);
            return null;
        }

        private void receive(String text) {
            try {
                JsonNode received = JSON.readTree(text);
                if (received.has("id")) {
                    answers.remove(received.get("id").asInt()).complete(received);
                } else {
                    events.add(received);
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
