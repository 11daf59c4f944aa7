package org.convergence.plan.report.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.plan.report.ReportSectionKind;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.EvidenceFilter.FigureMeasure;
import org.convergence.plan.report.domain.ReportContents.ReportPart;
import org.convergence.plan.report.domain.ReportPaperAssembler.ReportChapters;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Block.Cell;
import org.convergence.platform.rendering.Block.Column;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.rendering.MarkdownBlocks;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;

/**
 * The annual report: a foreword, the year in figures, each line with its text, places, partners, and all realisations.
 */
final class AnnualReportChapters implements ReportChapters {

    @Override
    public List<Section> allSections(ReportContents contents, Words t, ReportPaperAssembler.PictureSource pictures) {
        FigureBlocks figures = new FigureBlocks(contents, t);
        List<Section> sections = new ArrayList<>();
        end(contents, SectionRef.FOREWORD, t, sections);
        sections.add(new YearChapter(contents, t, figures).section());
        sections.addAll(ReportPaperAssembler.lineSections(
                contents,
                t,
                part -> tells(contents, part) ? lineBlocks(contents, part, figures, pictures, t) : List.of(),
                objective -> new Section(objective.heading(), objective.own(), objective.means())));
        sections.addAll(new PlaceChapter(contents, t, figures).sections());
        sections.addAll(new PartnerChapter(contents, t).sections());
        end(contents, SectionRef.CLOSING, t, sections);
        sections.addAll(new AnnexChapter(contents, t).sections());
        return sections;
    }

    /** The figures of a report: the year, places and partners; each links to its evidence. */
    @Override
    public List<Section> overview(ReportContents contents, Words t) {
        FigureBlocks figures = new FigureBlocks(contents, t);
        List<Section> sections = new ArrayList<>();
        sections.add(new YearChapter(contents, t, figures).section());
        sections.addAll(new PlaceChapter(contents, t, figures).sections());
        sections.addAll(new PartnerChapter(contents, t).linked());
        return sections;
    }

    private static void end(ReportContents contents, SectionRef ref, Words t, List<Section> sections) {
        contents.part(ref)
                .filter(part -> !part.text().isBlank())
                .ifPresent(part -> sections.add(
                        Section.of(PartHeadingFormatter.format(part, t), MarkdownBlocks.parse(part.text()))));
    }

    private static boolean tells(ReportContents contents, ReportPart part) {
        return !part.text().isBlank()
                || !part.goals().isEmpty()
                || part.sheetHours() != null
                || !contents.factsServing(part.line()).isEmpty();
    }

    private static List<Block> lineBlocks(
            ReportContents contents,
            ReportPart part,
            FigureBlocks figures,
            ReportPaperAssembler.PictureSource pictures,
            Words t) {
        List<Block> blocks = new ArrayList<>(MarkdownBlocks.parse(part.text()));
        List<ReportFact> served = contents.factsServing(part.line());
        if (!served.isEmpty()) {
            blocks.add(figures.line(part.line(), served));
        } else if (part.kind() == ReportSectionKind.MEANS && part.sheetHours() == null) {
            blocks.add(new Block.Note(Inline.of(t.say("report.paper.nothing-done"))));
        }
        figures.sheetHours(part).ifPresent(blocks::add);
        if (!part.goals().isEmpty()) {
            blocks.add(figures.goals(part));
        }
        contents.photographs(part.line())
                .forEach(photo -> blocks.add(new Block.Photograph(
                        () -> pictures.of(photo.document()),
                        "/platform/document/" + photo.document(),
                        photo.alternative(),
                        photo.caption())));
        return blocks;
    }

    /** All realisations, each once, by day; and what the figures mean. */
    static final class AnnexChapter {

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
                    Cell.of(t.shortDate(day), day),
                    Cell.of(fact.title()),
                    Cell.of(place == null ? "" : PlaceChapter.name(place, t)),
                    Cell.of(serves),
                    count == null || count.total() == 0
                            ? Cell.of("")
                            : Cell.of(t.number(count.total()), count.total()));
        }
    }

    /**
     * The partners: the participating organisations, by name and without any number, so that none is ranked
     * (R-REPORT-5).
     */
    public record PartnerChapter(ReportContents contents, Words t) {

        /** The names alone, for the published report. */
        List<Section> sections() {
            return section(all -> new Block.Paragraph(Inline.of(
                    all.stream().map(ReportFact.FactOrganisation::name).collect(Collectors.joining(" · ")))));
        }

        /** A list in which each name links to the organisation's realisations. */
        List<Section> linked() {
            EvidenceFilter counted = EvidenceFilter.of(null, FigureMeasure.ORGANISATIONS);
            return section(all -> new Block.ItemList(
                    false,
                    all.stream()
                            .map(each -> List.<Block>of(new Block.Paragraph(List.of(Inline.link(
                                    EvidenceFilter.address(contents.head().id(), counted.withOrganisation(each.id())),
                                    each.name())))))
                            .toList()));
        }

        private List<Section> section(Function<List<ReportFact.FactOrganisation>, Block> names) {
            List<ReportFact.FactOrganisation> all = organisations(contents, t);
            return all.isEmpty()
                    ? List.of()
                    : List.of(Section.of(
                            t.say("report.paper.partners"),
                            List.of(Block.text(t.say("report.paper.partners.lead", all.size())), names.apply(all))));
        }

        /** The participating organisations, each once, by name. */
        public static List<ReportFact.FactOrganisation> organisations(ReportContents contents, Words t) {
            Map<UUID, ReportFact.FactOrganisation> each = new TreeMap<>();
            contents.facts().forEach(fact -> fact.organisations().forEach(one -> each.put(one.id(), one)));
            return each.values().stream()
                    .sorted(Comparator.comparing(ReportFact.FactOrganisation::name, t.order()))
                    .toList();
        }
    }
}
