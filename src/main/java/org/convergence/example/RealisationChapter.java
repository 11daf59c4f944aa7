package org.convergence.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.convergence.example.DirectoryChapter.Directory;
import org.convergence.example.ExampleFile.Line;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.Days;
import org.convergence.plan.realisation.Happening;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.Telling;
import org.convergence.plan.realisation.domain.Attaching;
import org.convergence.plan.realisation.domain.Entry;
import org.convergence.plan.realisation.domain.RealisationRecording;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.Gestures;
import org.convergence.platform.geography.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Past and planned realisations of the two years, each recorded by the person responsible for its line. */
@Component
class RealisationChapter {

    private static final String EXACT = "=";

    private final RealisationRecording recording;
    private final Album album;
    private final Gestures gestures;

    RealisationChapter(RealisationRecording recording, Album album, Gestures gestures) {
        this.recording = recording;
        this.album = album;
        this.gestures = gestures;
    }

    /**
     * Records them.
     *
     * @param lines the realisations
     * @param followed the responsible person of each line of the plan
     */
    void record(
            Hands hands,
            ExampleYear year,
            List<Line> lines,
            List<Line> followed,
            Directory directory,
            ExampleCalendar calendar) {
        Map<String, String> charges = new HashMap<>();
        followed.forEach(line -> charges.put(line.text("ligne"), line.text("responsable")));
        Map<String, Attaching> captions = Album.captions();
        for (Line line : lines) {
            Entry entry = entry(line, year, directory, calendar);
            String charge = charges.getOrDefault(line.words("sert").get(0), "");
            Actor who = hands.recording(charge);
            RealisationId id = gestures.by(who, "RealisationRecording.byHand", () -> recording.byHand(entry));
            String picture = line.text("image");
            if (!picture.isEmpty() && !entry.happening().when().to().isAfter(calendar.today())) {
                gestures.doneBy(who, "RealisationAttachments.attach", () -> album.attach(id, picture, captions));
            }
        }
    }

    private static Entry entry(Line line, ExampleYear year, Directory directory, ExampleCalendar calendar) {
        Days days = days(line, year, calendar);
        boolean ahead = days.to().isAfter(calendar.today());
        var happening = new Happening(
                ExampleCalendar.written(line.text("titre"), year.start()),
                Natures.kind(line.text("nature")),
                days,
                Place.of(line.text("lieu")),
                ahead ? null : participations(line),
                line.words("organisations").stream()
                        .map(directory::organisation)
                        .collect(Collectors.toSet()));
        // A text written for a past day is left out where the day is still ahead.
        boolean told = !ahead || line.text("quand").startsWith("+");
        var telling = new Telling(year.lines(line.words("sert")), told ? line.text("récit") : "", List.of());
        return new Entry(happening, ahead ? Amounts.UNKNOWN : amounts(line), telling);
    }

    private static Days days(Line line, ExampleYear year, ExampleCalendar calendar) {
        String cell = line.text("quand");
        boolean exact = cell.startsWith(EXACT);
        LocalDate day = calendar.day(exact ? cell.substring(1) : cell, year.start());
        LocalDate first = exact
                ? day
                : line.text("fin de semaine").isEmpty() ? calendar.workingDay(day) : ExampleCalendar.saturday(day);
        LocalDate within = first.isBefore(year.start()) ? year.start() : first;
        Integer length = line.number("durée");
        return new Days(within, length == null ? within : within.plusDays(length - 1L));
    }

    private static @Nullable Participations participations(Line line) {
        return Participations.of(
                null,
                new Participations.Given(
                        line.number("femmes"),
                        line.number("hommes"),
                        line.number("autre genre"),
                        line.number("non déclaré"),
                        line.number("jeunes")));
    }

    private static Amounts amounts(Line line) {
        Integer counts = line.number("compte");
        return new Amounts(
                hours(line, "heures équipe"), hours(line, "heures bénévoles"), null, counts == null ? 1 : counts);
    }

    private static @Nullable BigDecimal hours(Line line, String column) {
        String cell = line.text(column);
        return cell.isEmpty() ? null : new BigDecimal(cell.replace(',', '.'));
    }
}
