package org.convergence.plan.howto.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.howto.domain.HowTo;
import org.convergence.plan.howto.domain.HowTo.Trust;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;

/** Formats the trust and the last use of how-tos, and groups their rows. */
final class HowToFormatter {

    static final String ROOM = "/plan/howto";
    private static final int NAMED = 3;

    private HowToFormatter() {}

    static String url(HowTo it, String gesture) {
        return ROOM + "/" + it.id().value() + gesture;
    }

    static Tone tone(Trust trust) {
        return trust == Trust.TRUE ? Tone.OK : Tone.WARN;
    }

    static String formatTrust(HowTo it, Trust trust, Words t) {
        if (trust == Trust.TO_CORRECT) {
            return t.say("howto.trust.to-correct");
        }
        return it.confirmedOn() == null
                ? t.say("howto.trust.never")
                : t.say(trust == Trust.STALE ? "howto.trust.stale" : "howto.trust.true", it.confirmedOn());
    }

    static String formatUse(HowTo it, Words t) {
        return it.usedOn() == null ? t.say("howto.used.never") : t.say("howto.used", it.usedOn());
    }

    static HowToListPage.HowToRow row(HowTo it, List<PlanLine> lines, Trust trust, Words t) {
        List<String> names =
                lines.stream().map(PlanLine::label).distinct().limit(NAMED).toList();
        return new HowToListPage.HowToRow(
                it.title(),
                url(it, ""),
                tone(trust),
                formatTrust(it, trust, t),
                formatUse(it, t),
                names.isEmpty() ? null : t.say("howto.serves", t.list(names)));
    }

    /** The how-tos in groups: those that need review first, then the others by area, and those without an area last. */
    static List<HowToListPage.HowToGroup> groups(
            List<HowTo> all, Map<?, List<PlanLine>> served, java.util.function.Function<HowTo, Trust> trust, Words t) {
        List<HowToListPage.HowToRow> eye = new ArrayList<>();
        Map<String, List<HowToListPage.HowToRow>> byArea = new LinkedHashMap<>();
        for (Area area : Area.values()) {
            byArea.put(t.say("actionplan.area." + area.name()), new ArrayList<>());
        }
        String none = t.say("howto.area.none");
        for (HowTo it : all) {
            List<PlanLine> lines = Objects.requireNonNullElse(served.get(it.id()), List.of());
            HowToListPage.HowToRow row = row(it, lines, trust.apply(it), t);
            String area = lines.stream()
                    .filter(line -> line.area() != null)
                    .findFirst()
                    .map(line -> t.say("actionplan.area."
                            + Objects.requireNonNull(line.area()).name()))
                    .orElse(none);
            (trust.apply(it) == Trust.TRUE ? byArea.computeIfAbsent(area, k -> new ArrayList<>()) : eye).add(row);
        }
        List<HowToListPage.HowToGroup> groups = new ArrayList<>();
        groups.add(new HowToListPage.HowToGroup(t.say("howto.to-read-again"), eye));
        byArea.forEach((title, rows) -> groups.add(new HowToListPage.HowToGroup(title, rows)));
        return groups.stream().filter(group -> !group.rows().isEmpty()).toList();
    }
}
