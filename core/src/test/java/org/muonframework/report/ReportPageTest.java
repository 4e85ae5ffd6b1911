package org.muonframework.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muonframework.report.draw.FigureStyle;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.figure.Mark.HistogramStyle;

/** The report as a reader meets it: in a browser, on a desk and on a phone, without a network. */
class ReportPageTest {

    private static final int DESK = 1280;
    private static final int PHONE = 390;

    @TempDir
    private static Path folder;

    private static Optional<Chromium> browser = Optional.empty();
    private static Path sample;
    private static Path known;

    @BeforeAll
    static void openBrowser() throws Exception {
        Optional<Path> program = Chromium.installed();
        Assumptions.assumeTrue(
                program.isPresent(),
                "no chromium, chromium-browser or google-chrome is installed: no report is opened in a browser");
        browser = Optional.of(new Chromium(program.get(), folder));
        ReportWriter writer = new ReportWriter(FigureStyle.ofSample("Simulation"));
        sample = folder.resolve("sample.html");
        writer.write(SampleReport.report(), sample);
        known = folder.resolve("known.html");
        var section = new Section("s", "S", List.of(Block.Picture.of(knownFigure())));
        writer.write(new Report("t", "", List.of(), List.of(), List.of(section)), known);
    }

    @AfterAll
    static void closeBrowser() throws Exception {
        if (browser.isPresent()) {
            browser.get().close();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, false", "1280, true", "390, false", "390, true"})
    void thePageFitsItsWindowAsksForNothingAndHasNoErrors(int width, boolean dark) throws Exception {
        browser().open(sample, width, dark);

        assertThat(evaluate("document.documentElement.scrollWidth").asInt()).isEqualTo(width);
        assertThat(evaluate("document.querySelectorAll('figure .tools').length").asInt())
                .as("figures with a script, all but the empty one")
                .isEqualTo(SampleReport.report().pictures().size());
        assertThat(browser().requests()).containsExactly(sample.toUri().toString());
        assertThat(browser().complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1280", "390"})
    void noTextOfAFigureMeetsAnotherOrLeavesTheFigure(int width) throws Exception {
        browser().open(sample, width, false);

        assertThat(texts(evaluate("""
                [...document.querySelectorAll("figure > svg")].flatMap(svg => {
                  const boxes = [...svg.querySelectorAll("text")].filter(text => !text.closest("[data-part=mark]"))
                    .filter(text => !/rotate\\(-38/.test(text.getAttribute("transform") || ""))
                    .map(text => ({name: text.textContent, box: text.getBoundingClientRect()}));
                  const all = svg.getBoundingClientRect();
                  const outside = boxes.filter(({box}) => box.left < all.left - 1 || box.right > all.right + 1
                    || box.top < all.top - 1 || box.bottom > all.bottom + 1)
                    .map(text => text.name + " leaves the figure");
                  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
                    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.3 * Math.min(a.height, b.height);
                  return outside.concat(boxes.flatMap((one, i) => boxes.slice(i + 1)
                    .filter(other => meet(one.box, other.box)).map(other => one.name + " meets " + other.name)));
                })"""))).isEmpty();
    }

    @Test
    void theWheelWithControlZoomsAboutThePointer() throws Exception {
        browser().open(known, DESK, false);
        double[] middle = middle(0);
        double from = evaluate("scrollY").asDouble();

        browser().wheel(middle[0], middle[1], true);

        evaluate("new Promise(done => setTimeout(done, 400))");
        assertThat(labels(0)).contains("5", "10", "15").doesNotContain("0");
        assertThat(evaluate("scrollY").asDouble()).isEqualTo(from);
    }

    @Test
    void everyFigureHasNewTicksWhenZoomedAndADoubleClickRestoresEveryByte() throws Exception {
        browser().open(sample, DESK, false);
        for (int figure = 0; figure < SampleReport.report().pictures().size(); figure++) {
            String before = markup(figure);
            List<String> ticks = labels(figure);

            double[] middle = middle(figure);
            evaluate(figure(figure) + ".querySelector('.sense').dispatchEvent(new WheelEvent('wheel', {deltaY: -500,"
                    + " ctrlKey: true, clientX: " + middle[0] + ", clientY: " + middle[1] + "}))");

            assertThat(markup(figure)).isNotEqualTo(before).doesNotContain("NaN", "Infinity");
            assertThat(labels(figure)).as("labels of figure " + figure).isNotEqualTo(ticks);
            evaluate(figure(figure) + ".querySelector('.sense').dispatchEvent(new MouseEvent('dblclick'))");
            assertThat(markup(figure)).isEqualTo(before);
        }
        assertThat(browser().complaints()).isEmpty();
    }

    @Test
    void theWheelAloneScrollsThePageAndLeavesFiguresAsTheyAre() throws Exception {
        browser().open(sample, DESK, false);
        double[] middle = middle(3);
        String before = markup(3);
        double from = evaluate("scrollY").asDouble();

        browser().wheel(middle[0], middle[1], false);

        evaluate("new Promise(done => setTimeout(done, 400))");
        assertThat(evaluate("scrollY").asDouble()).isLessThan(from);
        assertThat(markup(3)).isEqualTo(before);
    }

    @Test
    void buttonsZoomAndResetForThoseWithoutAMouse() throws Exception {
        browser().open(known, DESK, false);
        String before = markup(0);
        assertThat(evaluate("document.querySelector('.tools button:last-child').disabled")
                        .asBoolean())
                .isTrue();

        evaluate("document.querySelector('.tools button').click()");

        assertThat(labels(0)).contains("4", "16").doesNotContain("0");
        evaluate("document.querySelector('.tools button:last-child').click()");
        assertThat(markup(0)).isEqualTo(before);
    }

    @Test
    void theSameTicksAreDrawnByTheScriptAsByThePage() throws Exception {
        browser().open(sample, DESK, false);
        for (int figure = 0; figure < SampleReport.report().pictures().size(); figure++) {
            List<String> ticks = labels(figure);
            evaluate(figure(figure) + ".querySelector('.tools button').click()");
            evaluate(figure(figure) + ".querySelectorAll('.tools button')[1].click()");
            evaluate(figure(figure) + ".querySelector('.tools button').click()");
            evaluate(figure(figure) + ".querySelectorAll('.tools button')[1].click()");
            assertThat(labels(figure)).isEqualTo(ticks);
        }
    }

    @Test
    void thePointerReadsOutTheNumbersOfTheNearestBin() throws Exception {
        browser().open(known, DESK, false);
        JsonNode place = evaluate("""
                (() => {
                  const svg = document.querySelector("figure > svg");
                  const path = svg.querySelector("[data-part=markers]").getAttribute("d");
                  const [, x, y] = [...path.matchAll(/M([\\d.]+) ([\\d.]+)/g)].pop();
                  const place = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM());
                  return [place.x, place.y];
                })()""");

        browser().mouse("mouseMoved", place.get(0).asDouble() + 5, place.get(1).asDouble() - 8, 0);

        assertThat(evaluate("document.querySelector('.read-out').textContent").asText())
                .isEqualTo("Data: mT = 10 … 20 GeV, Events = 25.0 ± 5.0");
        assertThat(evaluate("document.querySelector('.read-out sub').textContent")
                        .asText())
                .isEqualTo("T");
    }

    @Test
    void twoFingersZoomOnAPhoneAndOneDoesNot() throws Exception {
        browser().open(sample, PHONE, false);
        double[] middle = middle(1);
        String before = markup(1);
        browser().touch("touchStart", new double[] {middle[0], middle[1]});
        browser().touch("touchMove", new double[] {middle[0] + 30, middle[1]});
        browser().touch("touchEnd");
        assertThat(markup(1).replaceAll("<circle.*?</circle>", "")).isEqualTo(before);

        browser().touch("touchStart", pair(middle, 20));
        browser().touch("touchMove", pair(middle, 40));
        browser().touch("touchMove", pair(middle, 60));
        browser().touch("touchEnd");

        assertThat(evaluate(figure(1) + ".classList.contains('zoomed')").asBoolean())
                .isTrue();
    }

    @Test
    void paperShowsWhatIsFolded() throws Exception {
        browser().open(sample, DESK, false);
        String shown = "document.querySelector('.fold .scroll').checkVisibility()";
        assertThat(evaluate(shown).asBoolean()).isFalse();

        browser().print(700);

        assertThat(evaluate(shown).asBoolean()).isTrue();
        assertThat(evaluate("document.documentElement.scrollWidth").asInt()).isEqualTo(700);
        assertThat(evaluate("getComputedStyle(document.querySelector('.tools')).display")
                        .asText())
                .isEqualTo("none");
    }

    private static Figure knownFigure() {
        double[] edges = {0, 10, 20};
        return Figure.of(
                "known",
                "Known",
                "Two bins.",
                Axis.of("m_{T}", "GeV"),
                Axis.of("Events"),
                List.of(new Mark.Histogram(
                        "Data", HistogramStyle.POINTS, edges, new double[] {100, 25}, new double[] {10, 5})));
    }

    private static Chromium browser() {
        return browser.orElseThrow();
    }

    private static JsonNode evaluate(String expression) {
        return browser().evaluate(expression);
    }

    private static String figure(int index) {
        return "document.querySelectorAll('figure')[" + index + "]";
    }

    private static String markup(int figure) {
        return evaluate(figure(figure) + ".querySelector('svg').outerHTML").asText();
    }

    /** The visible labels along the axes. */
    private static List<String> labels(int figure) {
        return texts(evaluate("[..." + figure(figure) + ".querySelectorAll('svg text')]"
                + ".filter(text => !text.closest('[display=none],[data-part=mark]'))"
                + ".map(text => text.textContent).sort()"));
    }

    /** Scrolls a figure into view: the middle of its frame in the window. */
    private static double[] middle(int figure) {
        JsonNode place = evaluate("(() => { const frame = " + figure(figure) + ".querySelector('.sense');"
                + " frame.scrollIntoView({block: 'center', behavior: 'instant'});"
                + " const box = frame.getBoundingClientRect();"
                + " return [box.left + box.width / 2, box.top + box.height / 2]; })()");
        return new double[] {place.get(0).asDouble(), place.get(1).asDouble()};
    }

    private static double[][] pair(double[] middle, double apart) {
        return new double[][] {{middle[0] - apart, middle[1]}, {middle[0] + apart, middle[1]}};
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
