package org.convergence.plan.report.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convergence.plan.realisation.RealisationFigures;
import org.convergence.platform.chart.BarChart;
import org.convergence.platform.chart.ChartTone;
import org.convergence.platform.chart.Drawing;
import org.convergence.platform.chart.RegionMap;
import org.convergence.platform.geography.Place;
import org.convergence.platform.geography.Region;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;

/** The places: Québec's regions on a map of tiles, countries as bars, and all places in a table. */
public final class PlaceChapter {

    private final ReportContents contents;
    private final Words t;
    private final FigureBlocks blocks;
    private final Map<String, RealisationFigures> figures;

    PlaceChapter(ReportContents contents, Words t, FigureBlocks blocks) {
        this.contents = contents;
        this.t = t;
        this.blocks = blocks;
        this.figures = byPlace(contents);
    }

    static Map<String, RealisationFigures> byPlace(ReportContents contents) {
        return FigureCounter.countBy(contents.facts(), fact -> List.of(fact.place() == null ? "" : fact.place()));
    }

    /** One section; none without realisations or known places. */
    List<Section> sections() {
        if (figures.keySet().stream().allMatch(String::isEmpty)) {
            return List.of();
        }
        List<Block> made = new ArrayList<>();
        regions(contents, t).ifPresent(map -> made.add(new Block.Chart(map)));
        countries(contents, t).ifPresent(bars -> made.add(new Block.Chart(bars)));
        made.add(blocks.table(
                t.say("report.paper.places.table"),
                t.say("report.paper.place"),
                labels(figures, t),
                figures,
                code -> choice -> choice.atPlace(code)));
        return List.of(Section.of(t.say("report.paper.places"), made));
    }

    /** The map of regions; empty if there is none. */
    public static Optional<Drawing> regions(ReportContents contents, Words t) {
        Map<Region, Long> values = new EnumMap<>(Region.class);
        byPlace(contents).forEach((code, some) -> {
            if (Place.findByCode(code).orElse(null) instanceof Place.InQuebec quebec) {
                values.put(quebec.region(), (long) some.realisations());
            }
        });
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new RegionMap(t.say("report.chart.regions"), t.say("report.figure.realisations.title"), values)
                                .draw(t));
    }

    /** Countries as bars; empty if there is none. */
    public static Optional<Drawing> countries(ReportContents contents, Words t) {
        List<BarChart.Bar> bars = new ArrayList<>();
        Map<String, RealisationFigures> figures = byPlace(contents);
        labels(figures, t).forEach((code, label) -> {
            if (Place.findByCode(code).orElse(null) instanceof Place.InCountry) {
                bars.add(new BarChart.Bar(
                        label,
                        figures.getOrDefault(code, RealisationFigures.NONE).realisations(),
                        ChartTone.BLUE));
            }
        });
        return bars.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new BarChart(t.say("report.chart.countries"), t.say("report.figure.realisations.title"), bars)
                                .draw(t));
    }

    /** Regions by their official numbers, then countries by name, online, several, and unknown. */
    public static Map<String, String> labels(Map<String, RealisationFigures> figures, Words t) {
        Map<String, String> labels = new LinkedHashMap<>();
        figures.keySet().stream()
                .filter(code -> code.startsWith("QC-"))
                .forEach(code -> labels.put(code, name(code, t)));
        figures.keySet().stream()
                .filter(code -> Place.findByCode(code).orElse(null) instanceof Place.InCountry)
                .sorted(java.util.Comparator.comparing(code -> name(code, t), t.order()))
                .forEach(code -> labels.put(code, name(code, t)));
        for (String rest : List.of("ONLINE", "SEVERAL", "")) {
            if (figures.containsKey(rest)) {
                labels.put(rest, name(rest, t));
            }
        }
        return labels;
    }

    /** The name of a place. */
    public static String name(String code, Words t) {
        return Place.findByCode(code).map(place -> place.name(t)).orElseGet(() -> t.say("report.place.none"));
    }
}
