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

    private final Contents contents;
    private final Words t;

    PartnerChapter(Contents contents, Words t) {
        this.contents = contents;
        this.t = t;
    }

    /** The names alone, for the published report. */
    List<Section> sections() {
        return section(all -> new Block.Paragraph(
                Inline.of(all.stream().map(Fact.Organisation::name).collect(Collectors.joining(" · ")))));
    }

    /** A list in which each name links to the organisation's realisations. */
    List<Section> linked() {
        Choice counted = Choice.of(null, Counted.ORGANISATIONS);
        return section(all -> new Block.Items(
                false,
                all.stream()
                        .map(each -> List.<Block>of(new Block.Paragraph(List.of(Inline.link(
                                EvidenceAddress.of(contents.head().id(), counted.with(each.id())), each.name())))))
                        .toList()));
    }

    private List<Section> section(Function<List<Fact.Organisation>, Block> names) {
        List<Fact.Organisation> all = organisations(contents, t);
        return all.isEmpty()
                ? List.of()
                : List.of(Section.of(
                        t.say("report.paper.partners"),
                        List.of(Block.text(t.say("report.paper.partners.lead", all.size())), names.apply(all))));
    }

    /** The participating organisations, each once, by name. */
    public static List<Fact.Organisation> organisations(Contents contents, Words t) {
        Map<UUID, Fact.Organisation> each = new TreeMap<>();
        contents.facts().forEach(fact -> fact.organisations().forEach(one -> each.put(one.id(), one)));
        return each.values().stream()
                .sorted(Comparator.comparing(Fact.Organisation::name, t.order()))
                .toList();
    }
}
