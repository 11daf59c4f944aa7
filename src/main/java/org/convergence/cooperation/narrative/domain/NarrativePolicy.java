package org.convergence.cooperation.narrative.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.convergence.cooperation.narrative.domain.FiledNarrative.FiledSection;
import org.convergence.cooperation.narrative.domain.NarrativePassage.PassageStanding;
import org.convergence.platform.text.AnswerLimit;
import org.convergence.platform.text.TextNormalizer;

/** What of a report goes in the file, and what it lacks to be filed (R-GAR-9, R-PART-8). */
public final class NarrativePolicy {

    private NarrativePolicy() {}

    /** Something that a report lacks; its first argument is the heading of the section. */
    public record NarrativeLack(String key, List<Object> arguments) {}

    /** A section as it would be filed: passages without the partner's yes are left out. */
    public static FiledSection section(NarrativeSection section, List<NarrativePassage> passages) {
        return new FiledSection(
                section.content().heading(),
                Stream.concat(
                                Stream.of(section.content().body()),
                                passages.stream()
                                        .filter(each -> each.section().equals(section.typedId()))
                                        .filter(each -> each.standing() == PassageStanding.AGREED)
                                        .map(each -> each.content().body()))
                        .map(text -> text.replace("\r\n", "\n").strip())
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    /**
     * What hinders the filing, in the order of the sections.
     *
     * @param partners every name of the project's partners: what is said of them stands in their passages only
     */
    static List<NarrativeLack> lacks(
            List<NarrativeSection> sections, List<NarrativePassage> passages, List<String> partners) {
        List<NarrativeLack> lacks = new ArrayList<>();
        if (sections.isEmpty()) {
            lacks.add(new NarrativeLack("narrative.lack.sections", List.of()));
        }
        for (NarrativeSection section : sections) {
            String text = section(section, passages).text();
            String heading = section.content().heading();
            AnswerLimit limit = section.content().limit();
            if (text.isEmpty()) {
                lacks.add(new NarrativeLack("narrative.lack.empty", List.of(heading)));
            } else if (limit != null && limit.left(text) < 0) {
                lacks.add(new NarrativeLack(
                        "narrative.lack.long." + limit.unit(),
                        List.of(heading, limit.unit().count(text), limit.most())));
            }
            String body = " " + TextNormalizer.fold(section.content().body()) + " ";
            partners.stream()
                    .filter(name -> !TextNormalizer.fold(name).isEmpty())
                    .filter(name -> body.contains(" " + TextNormalizer.fold(name) + " "))
                    .map(name -> new NarrativeLack("narrative.lack.partner", List.of(heading, name)))
                    .forEach(lacks::add);
        }
        return lacks;
    }
}
