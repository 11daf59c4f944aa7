package org.convergence.plan.report.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;

/**
 * The partners: the participating organisations, by name and without any number, so that none is ranked (R-REPORT-5).
 */
public final class PartnerChapter {

    private final ReportContents contents;
    private final Words t;

    PartnerChapter(ReportContents contents, Words t) {
        this.contents = contents;
        this.t = t;
    }

    /** The names alone, for the published report. */
    List<Section> sections() {
        return section(all -> new Block.Paragraph(
                Inline.of(all.stream().map(ReportFact.FactOrganisation::name).collect(Collectors.joining(" · ")))));
    }

    /** A list in which each name links to the organisation's realisations. */
    List<Section> linked() {
        EvidenceFilter counted = EvidenceFilter.of(null, FigureMeasure.ORGANISATIONS);
        return section(all -> new Block.ItemList(
                false,
                all.stream()
                        .map(each -> List.<Block>of(new Block.Paragraph(List.of(Inline.link(
                                EvidenceAddress.of(contents.head().id(), counted.withOrganisation(each.id())),
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
