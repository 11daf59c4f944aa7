package org.convergence.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.example.ExampleFile.ExampleLine;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.AttachmentKind;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.domain.AttachmentMetadata;
import org.convergence.plan.realisation.domain.RealisationAttachmentService;
import org.convergence.plan.realisation.domain.RealisationEntry;
import org.convergence.plan.realisation.domain.RealisationRecordingService;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.geography.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Past and planned realisations of the two years, each recorded by the person responsible for its line. */
@Component
record RealisationChapter(
        RealisationRecordingService realisationRecordingService,
        AuditedOperations operations,
        DocumentService documents,
        RealisationAttachmentService attachments) {

    private static final String EXACT = "=";

    /**
     * Records the realisations of a year.
     *
     * @param lines the realisations
     * @param followed the responsible person of each line of the plan
     */
    void record(
            ExampleActors hands,
            ExampleYear year,
            List<ExampleLine> lines,
            List<ExampleLine> followed,
            ExampleDirectory directory,
            ExampleCalendar calendar) {
        Map<String, String> charges = new HashMap<>();
        followed.forEach(line -> charges.put(line.text("ligne"), line.text("responsable")));
        Map<String, AttachmentMetadata> captions = captions();
        for (ExampleLine line : lines) {
            RealisationEntry entry = entry(line, year, directory, calendar);
            String charge = charges.getOrDefault(line.words("sert").get(0), "");
            Actor who = hands.recorderOf(charge);
            RealisationId id =
                    operations.callAs(who, "realisation.enter", () -> realisationRecordingService.recordByHand(entry));
            String picture = line.text("image");
            if (!picture.isEmpty() && !entry.happening().when().to().isAfter(calendar.today())) {
                operations.runAs(who, "realisation.attach", () -> attach(id, picture, captions));
            }
        }
    }

    private static RealisationEntry entry(
            ExampleLine line, ExampleYear year, ExampleDirectory directory, ExampleCalendar calendar) {
        DayRange days = days(line, year, calendar);
        boolean ahead = days.to().isAfter(calendar.today());
        var happening = new RealisationDetails(
                ExampleCalendar.fillYears(line.text("titre"), year.start()),
                ExampleNatures.kindOf(line.text("nature")),
                days,
                Place.of(line.text("lieu")),
                ahead ? null : participations(line),
                line.words("organisations").stream()
                        .map(directory::organisation)
                        .collect(Collectors.toSet()));
        // A text written for a past day is left out where the day is still ahead.
        boolean told = !ahead || line.text("quand").startsWith("+");
        var telling = new PlanAttribution(year.lines(line.words("sert")), told ? line.text("récit") : "", List.of());
        return new RealisationEntry(happening, ahead ? Amounts.UNKNOWN : amounts(line), telling);
    }

    private static DayRange days(ExampleLine line, ExampleYear year, ExampleCalendar calendar) {
        String cell = line.text("quand");
        boolean exact = cell.startsWith(EXACT);
        LocalDate day = calendar.day(exact ? cell.substring(1) : cell, year.start());
        LocalDate first = exact
                ? day
                : line.text("fin de semaine").isEmpty() ? calendar.workingDay(day) : ExampleCalendar.saturday(day);
        LocalDate within = first.isBefore(year.start()) ? year.start() : first;
        Integer length = line.number("durée");
        return new DayRange(within, length == null ? within : within.plusDays(length - 1L));
    }

    private static @Nullable Participations participations(ExampleLine line) {
        return Participations.of(
                null,
                new Participations.ParticipationInput(
                        line.number("femmes"),
                        line.number("hommes"),
                        line.number("autre genre"),
                        line.number("non déclaré"),
                        line.number("jeunes")));
    }

    private static Amounts amounts(ExampleLine line) {
        Integer counts = line.number("compte");
        return new Amounts(
                hours(line, "heures équipe"), hours(line, "heures bénévoles"), null, counts == null ? 1 : counts);
    }

    private static @Nullable BigDecimal hours(ExampleLine line, String column) {
        String cell = line.text(column);
        return cell.isEmpty() ? null : new BigDecimal(cell.replace(',', '.'));
    }

    /** The metadata of each picture. */
    private static Map<String, AttachmentMetadata> captions() {
        Map<String, AttachmentMetadata> captions = new HashMap<>();
        for (ExampleLine line : ExampleFile.lines("images.csv")) {
            captions.put(
                    line.text("fichier"),
                    new AttachmentMetadata(
                            AttachmentKind.PHOTOGRAPH, line.text("légende"), line.text("description"), true));
        }
        return captions;
    }

    /** Attaches a picture, as the current actor. Its subjects agreed to publication. */
    private void attach(RealisationId realisation, String picture, Map<String, AttachmentMetadata> captions) {
        AttachmentMetadata said = Objects.requireNonNull(captions.get(picture), picture);
        var file = new ClassPathResource("example/images/" + picture + ".jpg");
        try (PreparedDocument prepared = documents.prepare(Upload.of(picture + ".jpg", file))) {
            attachments.attach(realisation, prepared, said);
        }
    }
}
