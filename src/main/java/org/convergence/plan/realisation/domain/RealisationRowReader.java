package org.convergence.plan.realisation.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.Participations.ParticipationInput;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.domain.OrganisationNameIndex.OrganisationNameReader;
import org.convergence.plan.realisation.domain.RealisationImportKind.RealisationImportSettings;
import org.convergence.platform.database.Refused;
import org.convergence.platform.geography.Place;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a file of past realisations. Only a title and a day are required; unreadable values are reported.
 * Only the kind, from the title, and the action, from the number of a means, are guessed; the second is reported too.
 */
record RealisationRowReader(RealisationImportSettings settings, OrganisationNameReader names, PlanLineIndex lines) {

    private static final int LONGEST_PERIOD = 3_660;
    private static final Map<String, RealisationKind> KINDS = kindNames();

    private static final Set<String> WITHDRAWN =
            Set.of("retiree", "retire", "annulee", "annule", "withdrawn", "cancelled", "canceled");

    ReadRealisationRow read(ImportRow row) {
        var cells = new ImportRowCells(row);
        String title = cells.text(RealisationColumn.TITLE).replaceAll("\\s+", " ");
        if (title.isEmpty()) {
            cells.addError(RealisationColumn.TITLE, "realisation.import.no-title");
        } else if (title.length() > RealisationDetails.LONGEST_TITLE) {
            cells.addError(RealisationColumn.TITLE, "realisation.import.long-title", RealisationDetails.LONGEST_TITLE);
        }
        DayRange when = readDays(cells);
        withdrawn(cells);
        RealisationKind kind = kind(cells, title);
        Place place = place(cells);
        OrganisationNameReader.ParticipatingOrganisations with = names.read(cells);
        Participations all = participations(cells);
        Amounts amounts = amounts(cells);
        PlanAttribution telling = readAttribution(cells, when, title);
        RealisationEntry entry = cells.isUnusable() || when == null
                ? null
                : new RealisationEntry(
                        new RealisationDetails(title, kind, when, place, all, Set.copyOf(with.known())),
                        with.newcomers(),
                        amounts,
                        telling);
        return new ReadRealisationRow(row.number(), title, entry, cells.problems(), cells.notes());
    }

    private static @Nullable DayRange readDays(ImportRowCells cells) {
        LocalDate from = cells.date(RealisationColumn.FROM);
        LocalDate to = cells.date(RealisationColumn.TO);
        if (from == null) {
            if (cells.text(RealisationColumn.FROM).isEmpty()) {
                cells.addError(RealisationColumn.FROM, "realisation.import.no-date");
            }
            return null;
        }
        if (to == null) {
            return DayRange.on(from);
        }
        if (to.isBefore(from) || from.plusDays(LONGEST_PERIOD).isBefore(to)) {
            cells.addError(
                    RealisationColumn.TO, to.isBefore(from) ? "realisation.ends-before" : "realisation.too-long");
            return null;
        }
        return new DayRange(from, to);
    }

    /** A withdrawn realisation is not imported. */
    private static void withdrawn(ImportRowCells cells) {
        if (isWithdrawn(cells.text(RealisationColumn.STATE))) {
            cells.addError(RealisationColumn.STATE, "realisation.import.withdrawn");
        }
    }

    private static RealisationKind kind(ImportRowCells cells, String title) {
        String said = cells.text(RealisationColumn.KIND);
        Optional<RealisationKind> kind = readKind(said);
        if (!said.isEmpty() && kind.isEmpty()) {
            cells.addWarning(RealisationColumn.KIND, "realisation.import.unknown-kind", said);
        }
        return kind.or(() -> RealisationKindPolicy.fromTitle(title)).orElse(RealisationKind.OTHER);
    }

    private static @Nullable Place place(ImportRowCells cells) {
        String said = cells.text(RealisationColumn.PLACE);
        Place place = said.isEmpty() ? null : Place.parse(said).orElse(null);
        if (!said.isEmpty() && place == null) {
            cells.addWarning(RealisationColumn.PLACE, "realisation.import.unknown-place", said);
        }
        return place;
    }

    private static @Nullable Participations participations(ImportRowCells cells) {
        Integer count = cells.wholeNumber(RealisationColumn.COUNT, Participations.MOST);
        var given = new ParticipationInput(
                cells.wholeNumber(RealisationColumn.WOMEN, Participations.MOST),
                cells.wholeNumber(RealisationColumn.MEN, Participations.MOST),
                cells.wholeNumber(RealisationColumn.OTHER, Participations.MOST),
                cells.wholeNumber(RealisationColumn.NOT_STATED, Participations.MOST),
                cells.wholeNumber(RealisationColumn.YOUTH, Participations.MOST));
        try {
            return Participations.of(count, given);
        } catch (Refused refused) {
            cells.addWarning(RealisationColumn.COUNT, refused.messageKey(), refused.arguments());
            return null;
        }
    }

    private static Amounts amounts(ImportRowCells cells) {
        return new Amounts(
                cells.hours(RealisationColumn.HOURS, Amounts.MOST_HOURS),
                cells.hours(RealisationColumn.VOLUNTEER_HOURS, Amounts.MOST_HOURS),
                cells.wholeNumber(RealisationColumn.COPIES, Amounts.MOST_COPIES),
                quantity(cells));
    }

    private static int quantity(ImportRowCells cells) {
        Integer quantity = cells.wholeNumber(RealisationColumn.QUANTITY, Amounts.MOST_QUANTITY);
        return quantity == null || quantity == 0 ? 1 : quantity;
    }

    private PlanAttribution readAttribution(ImportRowCells cells, @Nullable DayRange when, String title) {
        String narrative = cells.text(RealisationColumn.NARRATIVE);
        if (narrative.length() > PlanAttribution.LONGEST_NARRATIVE) {
            cells.addWarning(RealisationColumn.NARRATIVE, "shell.form.too-long", PlanAttribution.LONGEST_NARRATIVE);
            narrative = "";
        }
        return new PlanAttribution(when == null ? Set.of() : served(cells, when, title), narrative, links(cells));
    }

    private Set<ActionId> served(ImportRowCells cells, DayRange when, String title) {
        Set<ActionId> served = new LinkedHashSet<>();
        PlanId plan = settings.plan() == null ? null : new PlanId(settings.plan());
        for (String code : codes(cells.text(RealisationColumn.LINES))) {
            PlanLineIndex.LineMatch meant = lines.find(code, plan, when.to(), title);
            if (meant == null) {
                cells.addWarning(RealisationColumn.LINES, "realisation.import.unknown-line", code);
            } else {
                served.add(meant.line().id());
                if (meant.guessed()) {
                    cells.addNote(
                            RealisationColumn.LINES,
                            "realisation.import.guessed-line",
                            code,
                            meant.line().title());
                }
            }
        }
        return served;
    }

    private static Collection<String> codes(String text) {
        return Stream.of(text.split("[,;\\s\\u00a0]+|\\bet\\b|\\band\\b"))
                .map(String::strip)
                .filter(code -> !code.isEmpty() && !code.equals("·"))
                .limit(50)
                .toList();
    }

    private static List<String> links(ImportRowCells cells) {
        List<String> links = Stream.of(cells.text(RealisationColumn.LINKS).split("\\s+"))
                .filter(link -> !link.isEmpty())
                .distinct()
                .toList();
        if (links.size() > PlanAttribution.MOST_LINKS || !links.stream().allMatch(PlanAttribution::isLink)) {
            cells.addWarning(RealisationColumn.LINKS, "realisation.links", PlanAttribution.MOST_LINKS);
            return List.of();
        }
        return links;
    }

    private static Optional<RealisationKind> readKind(String text) {
        String folded = TextNormalizer.fold(text);
        return folded.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(KINDS.get(folded)).or(() -> RealisationKindPolicy.fromTitle(text));
    }

    private static boolean isWithdrawn(String text) {
        return WITHDRAWN.contains(TextNormalizer.fold(text));
    }

    private static Map<String, RealisationKind> kindNames() {
        Map<String, RealisationKind> kindNames = new HashMap<>();
        for (RealisationKind kind : RealisationKind.values()) {
            kindNames.put(TextNormalizer.fold(kind.name()), kind);
        }
        kindNames.put("atelier", RealisationKind.WORKSHOP);
        kindNames.put("formation", RealisationKind.TRAINING);
        kindNames.put("rencontre", RealisationKind.MEETING);
        kindNames.put("reunion", RealisationKind.MEETING);
        kindNames.put("prise de parole", RealisationKind.SPEECH);
        kindNames.put("article ou publication", RealisationKind.PUBLICATION);
        kindNames.put("article or publication", RealisationKind.PUBLICATION);
        kindNames.put("mission ou stage", RealisationKind.MISSION);
        kindNames.put("mission or internship", RealisationKind.MISSION);
        kindNames.put("rapport", RealisationKind.REPORT);
        kindNames.put("autre", RealisationKind.OTHER);
        return kindNames;
    }
}
