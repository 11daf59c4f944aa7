package org.convergence.platform.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.convergence.platform.chart.Canvas.DrawingShape;
import org.convergence.platform.chart.ShareBar.Share;
import org.convergence.platform.chart.Timeline.TimelineMark;
import org.convergence.platform.chart.Timeline.TimelineRow;
import org.convergence.platform.chart.Timeline.TimelineSpan;
import org.convergence.platform.geography.Region;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ChartTest {

    private static final Words FR = Messages.load().in(Language.FRENCH, ZoneId.of("America/Toronto"));

    static final ShareBar STATES = new ShareBar(
            "63 actions",
            List.of(
                    new Share("18 faites", "Faites", 18, ChartTone.GREEN),
                    new Share("22 en cours", "En cours", 22, ChartTone.BLUE),
                    new Share("1 en retard", "En retard", 1, ChartTone.RED),
                    new Share("3 à venir", "À venir", 3, ChartTone.PALE),
                    new Share("9 reportées faute de moyens", "Reportées faute de moyens", 9, ChartTone.AMBER),
                    new Share("10 sans demande", "Sans demande", 10, ChartTone.MUTED),
                    new Share("0 abandonnée", "Abandonnées", 0, ChartTone.MUTED)));

    static final BarChart GENDERS = new BarChart(
            "Participations",
            "Nombre",
            List.of(
                    new BarChart.Bar("Femmes", 824, ChartTone.RED),
                    new BarChart.Bar("Hommes", 1402, ChartTone.BLUE),
                    new BarChart.Bar("Autre genre", 12, ChartTone.GREEN),
                    new BarChart.Bar("Organisations de solidarité internationale", 80, ChartTone.AMBER),
                    new BarChart.Bar("Non déclaré", 0, ChartTone.MUTED)));

    static final ColumnChart MONTHS = new ColumnChart(
            "Réalisations par mois",
            "Réalisations",
            YearMonth.of(2024, 9),
            12,
            Map.of(YearMonth.of(2024, 9), 4L, YearMonth.of(2024, 11), 31L, YearMonth.of(2025, 3), 12L));

    static final RegionMap REGIONS = new RegionMap(
            "Ateliers par région",
            "Ateliers",
            Map.of(
                    Region.MONTREAL, 24L,
                    Region.ESTRIE, 3L,
                    Region.GASPESIE_ILES_DE_LA_MADELEINE, 8L,
                    Region.CAPITALE_NATIONALE, 13L,
                    Region.LAVAL, 19L));

    static final Timeline YEAR = new Timeline(
            "L’année",
            YearMonth.of(2024, 9),
            12,
            LocalDate.of(2025, 1, 14),
            List.of(
                    new TimelineRow(
                            "1.1 Stages intersyndicaux en Amérique latine",
                            List.of(new TimelineSpan(
                                    LocalDate.of(2024, 8, 15),
                                    LocalDate.of(2024, 12, 20),
                                    ChartTone.GREEN,
                                    "Sélection")),
                            List.of(new TimelineMark(LocalDate.of(2025, 2, 3), ChartTone.RED, "Départ"))),
                    new TimelineRow(
                            "1.2 Ateliers",
                            List.of(
                                    new TimelineSpan(
                                            LocalDate.of(2025, 3, 1),
                                            LocalDate.of(2025, 9, 1),
                                            ChartTone.AMBER,
                                            "Reportés"),
                                    new TimelineSpan(
                                            LocalDate.of(2024, 10, 1),
                                            LocalDate.of(2025, 1, 31),
                                            ChartTone.BLUE,
                                            "Offre")),
                            List.of()),
                    new TimelineRow(
                            "4.4 Assemblée",
                            List.of(),
                            List.of(new TimelineMark(LocalDate.of(2024, 9, 30), ChartTone.GREEN, "AGA")))));

    static final Timeline DECADES = new Timeline(
            "Trente-huit ans",
            YearMonth.of(1989, 1),
            38 * 12,
            LocalDate.of(2025, 1, 14),
            List.of(new TimelineRow(
                    "Mexique",
                    List.of(),
                    List.of(new TimelineMark(LocalDate.of(1990, 9, 5), ChartTone.GREEN, "Ratifiée")))));

    static Stream<Chart> charts() {
        return Stream.of(STATES, GENDERS, MONTHS, REGIONS, YEAR, DECADES);
    }

    @ParameterizedTest
    @MethodSource("charts")
    void svgIsWellFormedWithoutInlineStyle(Chart chart) throws Exception {
        String svg = chart.draw(FR).svg().html();
        Document document = parse(svg);
        assertThat(document.getElementsByTagName("style").getLength()).isZero();
        assertThat(svg).doesNotContain("style=", "href", "NaN", "Infinity");
        assertThat(document.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(document.getDocumentElement().getAttribute("aria-label")).contains(chart.title());
    }

    @ParameterizedTest
    @MethodSource("charts")
    void paintsPng(Chart chart) throws IOException {
        Drawing drawing = chart.draw(FR);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(drawing.png(2)));
        assertThat(picture.getWidth()).isEqualTo(drawing.width() * 2);
        assertThat(inked(picture)).isGreaterThan(1000);
    }

    @ParameterizedTest
    @MethodSource("charts")
    void givesFiguresAsTable(Chart chart) {
        FigureTable table = chart.draw(FR).table();
        assertThat(table.rows()).isNotEmpty().allSatisfy(row -> assertThat(row).hasSameSizeAs(table.head()));
    }

    @Test
    void pageFigureHasDrawingAndTable() {
        assertThat(GENDERS.draw(FR).figure(FR).html())
                .contains("<figcaption>Participations</figcaption>", "Voir le tableau", "<td>1\u00a0402</td>");
        assertThat(GENDERS.draw(FR).description()).startsWith("Femmes\u00a0: 824; Hommes\u00a0: 1\u00a0402");
    }

    @Test
    void omitsZeroSharesFromBarOnly() {
        Drawing drawing = STATES.draw(FR);
        assertThat(drawing.svg().html()).contains("18 faites").doesNotContain(">0 abandonnée<");
        assertThat(drawing.table().rows()).contains(List.of("Abandonnées", "0", "0\u00a0%"));
    }

    @Test
    void everyRegionHasTile() {
        Drawing drawing = REGIONS.draw(FR);
        assertThat(drawing.table().rows()).hasSize(17);
        assertThat(drawing.shapes().stream()
                        .filter(shape -> shape instanceof DrawingShape.Box box && box.width() > 50)
                        .count())
                .isEqualTo(17);
    }

    @Test
    void todayAtTheEdgeIsNotCut() {
        Timeline ends = new Timeline("Un an", YearMonth.of(2026, 1), 12, LocalDate.of(2026, 12, 28), List.of());
        assertThat(ends.draw(FR).svg().html()).containsPattern("text-anchor=\"end\"[^>]*>Aujourd");
        assertThat(YEAR.draw(FR).svg().html()).containsPattern("text-anchor=\"middle\"[^>]*>Aujourd");
    }

    @Test
    void shortensLongLabel() {
        assertThat(ChartFont.forWeight(false).shortenToWidth("Organisations de solidarité internationale", 14, 100))
                .endsWith("…")
                .hasSizeLessThan(20);
        assertThat(ChartFont.forWeight(false).shortenToWidth("Court", 14, 100)).isEqualTo("Court");
    }

    @Property(tries = 200)
    void escapesTextInSvg(@ForAll String words) throws Exception {
        BarChart bars = new BarChart(words, words, List.of(new BarChart.Bar("<script>" + words, 3, ChartTone.BLUE)));
        assertThat(parse(bars.draw(FR).svg().html())
                        .getElementsByTagName("script")
                        .getLength())
                .isZero();
        assertThat(bars.draw(FR).figure(FR).html()).doesNotContain("<script");
    }

    private static long inked(BufferedImage picture) {
        long inked = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                inked += (picture.getRGB(x, y) & 0xFFFFFF) == 0xFFFFFF ? 0 : 1;
            }
        }
        return inked;
    }

    private static Document parse(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
