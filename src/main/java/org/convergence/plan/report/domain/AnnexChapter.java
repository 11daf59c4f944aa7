package org.convergence.plan.report.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.plan.report.ReportSectionKind;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Block.Cell;
import org.convergence.platform.rendering.Block.Column;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;

/** All realisations, each once, by day; and what the figures mean. */
final class AnnexChapter {

    private final ReportContents contents;
    private final Words t;
    private final Map<UUID, String> codes = new HashMap<>();

    AnnexChapter(ReportContents contents, Words t) {
        this.contents = contents;
        this.t = t;
        contents.parts().stream()
                .filter(part -> part.kind() == ReportSectionKind.MEANS)
                .forEach(part -> codes.put(
                        java.util.Objects.requireNonNull(part.line()), part.code() == null ? "" : part.code()));
    }

    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        if (!contents.facts().isEmpty()) {
            sections.add(Section.of(t.say("report.paper.all"), List.of(table())));
        }
        sections.add(Section.of(
                t.say("report.paper.how"),
                List.of(new Block.ItemList(
                        false,
                        List.of("realisations", "participations", "organisations", "hours", "parts").stream()
                                .map(what -> List.of(Block.text(t.say("report.definition." + what))))
                                .toList()))));
        return sections;
    }

    private Block table() {
        List<List<Cell>> rows = contents.facts().stream().map(this::row).toList();
        return new Block.Table(
                t.say("report.paper.all.table"),
                List.of(
                        Column.words(t.say("report.column.day")),
                        Column.words(t.say("report.column.what")),
                        Column.words(t.say("report.paper.place")),
                        Column.words(t.say("report.column.serves")),
                        Column.figures(t.say("report.figure.participations.title"))),
                rows);
    }

    private List<Cell> row(ReportFact fact) {
        ReportFact.FactParticipations count = fact.count();
        String serves = fact.means().stream()
                .map(means -> codes.getOrDefault(means, ""))
                .filter(code -> !code.isEmpty())
                .sorted()
                .collect(Collectors.joining(", "));
        String place = fact.place();
        LocalDate day = fact.to();
        return List.of(
                Cell.of(t.numericDate(day), day),
                Cell.of(fact.title()),
                Cell.of(place == null ? "" : PlaceChapter.name(place, t)),
                Cell.of(serves),
                count == null ? Cell.of("") : Cell.of(t.number(count.total()), count.total()));
    }
}
