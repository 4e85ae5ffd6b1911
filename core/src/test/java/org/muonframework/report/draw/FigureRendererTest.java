package org.muonframework.report.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muonframework.report.FigureGallery;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Figure.Ratio;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.figure.Mark.HistogramStyle;
import org.w3c.dom.Document;

class FigureRendererTest {

    private final FigureRenderer renderer = new FigureRenderer(FigureStyle.ofSample("Simulation"));

    static List<Figure> gallery() {
        return FigureGallery.all();
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void drawingsAreWellFormedSmallAndAlwaysTheSame(Figure figure) throws Exception {
        String svg = renderer.svg(figure);

        assertThat(parsed(svg).getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg).hasSizeLessThan(40_000).doesNotContain("NaN", "Infinity", " id=");
        assertThat(new FigureRenderer(FigureStyle.ofSample("Simulation")).svg(figure))
                .isEqualTo(svg);
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void inAPageADrawingNamesItsPartsAndInAFileItDoesNot(Figure figure) throws Exception {
        String inline = renderer.inlineSvg(figure);

        assertThat(parsed(inline).getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(inline).contains("data-part=\"panel\"", "data-x-span=\"", "data-part=\"ticks\"");
        assertThat(inline).doesNotContain("NaN", "Infinity", " style=");
        assertThat(renderer.svg(figure)).doesNotContain("data-part", "data-mark", " style=");
    }

    @Test
    void theNumbersOfAMarkStandBesideItAndThoseOfALineWhereItBends() throws Exception {
        Figure figure = Figure.of(
                "name",
                "title",
                "caption",
                Axis.of("m_{T}", "GeV"),
                Axis.of("Events").log(),
                List.of(
                        new Mark.Histogram(
                                "a < b",
                                HistogramStyle.STEP,
                                new double[] {0, 1, 3},
                                new double[] {1234567, Double.NaN},
                                new double[] {1.23456789, 0}),
                        Mark.Curve.of("c", new double[] {0, 1, 2, 3}, new double[] {10, 10, 10, 1000})));
        assertThat(renderer.inlineSvg(figure))
                .contains("data-x-name=\"m_{T}\"", "data-x-unit=\"GeV\"", "data-y-log=\"yes\"")
                .contains(
                        "data-label=\"a &lt; b\"", "data-error=\"1.23457 0\"", "data-x=\"0 1 3\" data-y=\"1234567 ?\"")
                .contains("data-x=\"0 2 3\" data-y=\"10 10 1000\"");
    }

    @Test
    void imagesAreAlwaysTheSame() {
        assertThat(renderer.png(FigureGallery.mass())).isEqualTo(renderer.png(FigureGallery.mass()));
    }

    @Test
    void aDrawingSaysWhatItShows() throws Exception {
        Document svg = parsed(renderer.svg(FigureGallery.mass()));
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("Dimuon mass");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).contains("pT > 20 GeV");
        assertThat(svg.getDocumentElement().getTextContent())
                .contains("Muon Framework", "Simulation", "Events / 1.4 GeV", "Data / Sim.", "Continuum");
    }

    @Test
    void aFigureWithoutDataSaysSo() {
        assertThat(renderer.svg(FigureGallery.empty())).contains(">no entries<");
        assertThat(renderer.svg(FigureGallery.mass())).doesNotContain("no entries");
    }

    @Test
    void aMapOfManyCellsIsAnImageAndOneOfFewAreRectangles() {
        assertThat(renderer.svg(FigureGallery.density())).contains("data:image/png;base64,");
        assertThat(renderer.svg(FigureGallery.correlations())).doesNotContain("<image");
    }

    @Test
    void markupInTextIsText() throws Exception {
        String hostile = "<script>alert('x')</script> & \" _{<b>} \u0000\uFFFF";
        Figure figure = Figure.of(
                "name",
                hostile,
                hostile,
                Axis.of(hostile, hostile),
                Axis.of(hostile),
                List.of(Mark.Curve.of(hostile, new double[] {1, 2}, new double[] {3, 4})));
        String svg = renderer.svg(figure.withNotes(List.of(hostile)).withLabels(List.of(hostile), List.of(hostile)));
        assertThat(parsed(svg).getElementsByTagName("script").getLength()).isZero();
        assertThat(svg).doesNotContain("<script", "<b>");
    }

    @Property(tries = 25)
    void noNumbersMakeDrawingFail(
            @ForAll("numbers") double[] values,
            @ForAll("numbers") double[] others,
            @ForAll("axes") Axis x,
            @ForAll("axes") Axis y) {
        int n = Math.min(values.length, others.length);
        double[] a = Arrays.copyOf(values, n);
        double[] b = Arrays.copyOf(others, n);
        double[] edges = Arrays.copyOf(a, n + 1);
        Arrays.sort(edges);
        List<Mark> marks = List.of(
                new Mark.Histogram("step", HistogramStyle.STEP, edges, b, a),
                new Mark.Histogram("points", HistogramStyle.POINTS, edges, a, b),
                new Mark.Curve("curve", a, b, b, a, true),
                new Mark.Points("points", a, b, a, b, a, b),
                new Mark.HeatMap("map", edges, new double[] {0, 1}, column(b), true),
                new Mark.Reference("line", n == 0 ? Double.NaN : a[0], true));
        Figure figure = Figure.of("name", "title", "caption", x, y, marks).withRatio(new Ratio(y, marks));

        assertThat(renderer.svg(figure)).doesNotContain("NaN", "Infinity");
        assertThat(renderer.png(figure)).isNotEmpty();
    }

    @Provide
    Arbitrary<double[]> numbers() {
        return Arbitraries.oneOf(
                        Arbitraries.doubles(),
                        Arbitraries.doubles().between(-10, 10),
                        Arbitraries.of(
                                Double.NaN,
                                Double.POSITIVE_INFINITY,
                                Double.NEGATIVE_INFINITY,
                                Double.MAX_VALUE,
                                Double.MIN_VALUE,
                                -0.0,
                                1e300,
                                -1e-300))
                .array(double[].class)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<Axis> axes() {
        return Arbitraries.of(
                Axis.of("linear", "GeV"),
                Axis.of("logarithmic").log(),
                Axis.of("impossible").between(-1, 0).log(),
                Axis.of("reversed").between(5, -5),
                Axis.of("narrow").between(1, 1),
                new Axis("open", "", false, OptionalDouble.of(3), OptionalDouble.empty()),
                new Axis("open", "", true, OptionalDouble.empty(), OptionalDouble.of(1e-3)),
                Axis.of("endless").between(Double.NEGATIVE_INFINITY, Double.NaN));
    }

    private static double[][] column(double[] values) {
        return Arrays.stream(values).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
    }

    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
