package org.convergence.outreach.assembly.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.convergence.outreach.assembly.domain.AgendaItemFacts;
import org.convergence.outreach.assembly.domain.MeetingFacts;
import org.convergence.platform.geography.Place;
import org.convergence.platform.geography.Region;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Reads and fills the forms of meetings and agenda items. */
final class MeetingForm {

    static final List<String> FACTS =
            List.of("day", "begins", "ends", "special", "training", "title", "place", "region", "online");
    static final List<String> POINT = List.of("title", "note", "asked");

    private MeetingForm() {}

    static Form toForm(MeetingFacts facts) {
        LocalDateTime ends = facts.ends();
        return Form.blank()
                .with("day", facts.begins().toLocalDate())
                .with("begins", facts.begins().toLocalTime().toString())
                .with("ends", ends == null ? null : ends.toLocalTime().toString())
                .with("special", facts.special())
                .with("training", facts.training())
                .with("title", facts.title())
                .with("place", facts.where().place())
                .with("region", facts.where().code())
                .with("online", facts.where().online());
    }

    static MeetingFacts read(Form form, FormValues answers) {
        LocalDate day = answers.date("day");
        LocalDateTime begins = day.atTime(TimeOfDayField.readRequired(form, "begins"));
        LocalTime end = TimeOfDayField.readOptional(form, "ends");
        LocalDateTime ends = end == null ? null : day.atTime(end);
        if (ends != null && !ends.isAfter(begins)) {
            // A meeting past midnight ends on the next day.
            ends = ends.plusDays(1);
        }
        String online = readOnline(form, answers);
        String code = form.value("region").strip();
        String known =
                code.isEmpty() ? null : Place.findByCode(code).map(Place::code).orElse(null);
        if (!code.isEmpty() && known == null) {
            form.reject("region", "shell.form.choice");
        }
        if (known == null && online != null && !form.filled("place")) {
            known = Place.ONLINE.code();
        }
        return new MeetingFacts(
                answers.checkbox("special"),
                answers.optionalText("title", 200),
                begins,
                ends,
                new MeetingFacts.MeetingPlace(answers.optionalText("place", 300), known, online),
                answers.checkbox("training"));
    }

    /** The address of the video call; {@code null} if empty or no address, with the problem added to the form. */
    static @Nullable String readOnline(Form form, FormValues answers) {
        String online = answers.optionalText("online", 1_000);
        if (online != null && !online.matches("https?://[^\\s<>\"]+")) {
            form.reject("online", "assembly.refused.address");
            return null;
        }
        return online;
    }

    /** The places of meetings, as in realisations: the regions of Québec, and online. */
    static List<Option> places(Words t) {
        List<Option> places = new ArrayList<>();
        places.add(new Option(Place.ONLINE.code(), Place.ONLINE.name(t)));
        for (Region region : Region.values()) {
            places.add(new Option("QC-" + region.code(), region.officialName()));
        }
        return places;
    }

    static Form toForm(AgendaItemFacts facts) {
        return Form.blank()
                .with("title", facts.title())
                .with("note", facts.note())
                .with("asked", facts.asked());
    }

    static AgendaItemFacts item(FormValues answers) {
        String note = answers.optionalText("note", AgendaItemFacts.LONGEST_NOTE);
        String asked = answers.optionalText("asked", AgendaItemFacts.LONGEST_ASKED);
        return new AgendaItemFacts(
                answers.text("title", AgendaItemFacts.LONGEST_TITLE).replaceAll("\\s+", " "),
                note == null ? "" : note,
                asked == null ? "" : asked);
    }
}
