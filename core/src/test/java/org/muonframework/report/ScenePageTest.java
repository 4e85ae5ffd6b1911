package org.muonframework.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.report.draw.FigureStyle;

@DisplayName("A scene in a browser without a network")
class ScenePageTest {

    /** The picture of the first scene as text, after the frame in which it is drawn. */
    private static final String PICTURE = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>"
            + " done(document.querySelector('.space canvas').toDataURL()))))";

    @TempDir
    private static Path folder;

    private static Optional<Chromium> browser = Optional.empty();
    private static Path page;

    @BeforeAll
    static void openBrowser() throws Exception {
        Optional<Path> program = Chromium.installed();
        Assumptions.assumeTrue(
                program.isPresent(),
                "no chromium, chromium-browser or google-chrome is installed: no scene is turned in a browser");
        browser = Optional.of(new Chromium(program.get(), folder));
        page = folder.resolve("scenes.html");
        new ReportWriter(FigureStyle.ofSample("Simulation"))
                .write(SceneFilesTest.report(EventScenes.calorimeter(), EventScenes.tracker()), page);
    }

    @AfterAll
    static void closeBrowser() throws Exception {
        if (browser.isPresent()) {
            browser.get().close();
        }
    }

    @BeforeEach
    void withScripts() {
        browser().scripting(true);
    }

    @Test
    @DisplayName("is drawn in space in place of its image, without a request or a message")
    void drawn() throws Exception {
        openPage();

        assertThat(evaluate("document.querySelectorAll('.space canvas').length").asInt())
                .isEqualTo(2);
        assertThat(colours(picture())).as("colours of the picture").isGreaterThan(20);
        assertThat(imageIsShown()).isFalse();
        assertThat(browser().requests()).containsExactly(page.toUri().toString());
        assertThat(browser().complaints()).isEmpty();
    }

    @Test
    @DisplayName("turns by a drag, and a double click puts every pixel back")
    void turned() throws Exception {
        openPage();
        String before = picture();
        double[] middle = middle();

        browser().mouse("mousePressed", middle[0], middle[1], 1);
        browser().mouse("mouseMoved", middle[0] + 60, middle[1] + 20, 1);
        browser().mouse("mouseReleased", middle[0] + 60, middle[1] + 20, 1);

        assertThat(picture()).isNotEqualTo(before);
        evaluate("document.querySelector('.space canvas').dispatchEvent(new MouseEvent('dblclick'))");
        assertThat(picture()).isEqualTo(before);
    }

    @Test
    @DisplayName("turns and zooms by keys and buttons, and by the wheel with Ctrl; the wheel alone scrolls the page")
    void keys() throws Exception {
        openPage();
        String before = picture();
        double[] middle = middle();

        browser().wheel(middle[0], middle[1], true);
        waited();
        String larger = picture();
        assertThat(larger).isNotEqualTo(before);
        key("Home");
        assertThat(picture()).isEqualTo(before);
        key("ArrowLeft");
        assertThat(picture()).isNotEqualTo(before);
        key("ArrowRight");
        assertThat(picture()).isEqualTo(before);
        evaluate("document.querySelector('.tools button').click()");
        assertThat(picture()).isNotEqualTo(before);
        evaluate("document.querySelector('.tools button:last-child').click()");
        browser().wheel(middle[0], middle[1], false);
        waited();
        assertThat(picture()).isEqualTo(before);
        assertThat(browser().complaints()).isEmpty();
    }

    @Test
    @DisplayName("keeps its image without scripting or WebGL, and on paper")
    void image() throws Exception {
        browser().scripting(false);
        openPage();
        assertThat(imageIsShown()).isTrue();
        assertThat(evaluate("document.querySelectorAll('canvas').length").asInt())
                .isZero();

        browser().scripting(true);
        browser().openWithoutWebGl(page, 1280);
        assertThat(imageIsShown()).isTrue();
        assertThat(evaluate("document.querySelectorAll('canvas').length").asInt())
                .isZero();
        assertThat(browser().complaints()).isEmpty();

        openPage();
        browser().print(700);
        assertThat(imageIsShown()).isTrue();
        assertThat(evaluate("getComputedStyle(document.querySelector('.space canvas')).display")
                        .asText())
                .isEqualTo("none");
    }

    private static void openPage() throws InterruptedException {
        browser().open(page, 1280, false);
    }

    private static String picture() {
        return evaluate(PICTURE).asText();
    }

    private static boolean imageIsShown() {
        return evaluate("document.querySelector('[data-part=space]').checkVisibility({visibilityProperty: true})")
                .asBoolean();
    }

    /** How many colours a picture has. */
    private static int colours(String picture) {
        return evaluate("new Promise(done => { const image = new Image(); image.onload = () => {"
                        + " const canvas = document.createElement('canvas'); canvas.width = image.width;"
                        + " canvas.height = image.height; const draw = canvas.getContext('2d');"
                        + " draw.drawImage(image, 0, 0);"
                        + " done(new Set(new Uint32Array(draw.getImageData(0, 0, image.width, image.height).data"
                        + ".buffer)).size); }; image.src = '" + picture + "'; })")
                .asInt();
    }

    private static double[] middle() {
        JsonNode place = evaluate("(() => { const canvas = document.querySelector('.space canvas');"
                + " canvas.scrollIntoView({block: 'center', behavior: 'instant'});"
                + " const box = canvas.getBoundingClientRect();"
                + " return [box.left + box.width / 2, box.top + box.height / 2]; })()");
        return new double[] {place.get(0).asDouble(), place.get(1).asDouble()};
    }

    private static void key(String name) {
        evaluate("document.querySelector('.space canvas').dispatchEvent(new KeyboardEvent('keydown', {key: '" + name
                + "'}))");
    }

    private static void waited() {
        evaluate("new Promise(done => setTimeout(done, 300))");
    }

    private static Chromium browser() {
        return browser.orElseThrow();
    }

    private static JsonNode evaluate(String expression) {
        return browser().evaluate(expression);
    }
}
