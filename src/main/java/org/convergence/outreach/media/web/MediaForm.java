package org.convergence.outreach.media.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.ChooserField;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.segment.SegmentAudience;
import org.convergence.directory.segment.SegmentId;
import org.convergence.outreach.media.domain.MediaQueries.MediaContact;
import org.convergence.outreach.media.domain.MediaRelease;
import org.convergence.outreach.media.domain.MediaRelease.MediaReleaseFacts;
import org.convergence.outreach.media.domain.MediaRelease.MediaReleaseId;
import org.convergence.outreach.media.domain.MediaRelease.ReleaseText;
import org.convergence.outreach.media.domain.MediaRequest;
import org.convergence.outreach.media.domain.MediaRequest.MediaRequestFacts;
import org.convergence.outreach.media.domain.MediaRequest.MediaRequestId;
import org.convergence.outreach.media.domain.MediaService.MediaPickup;
import org.convergence.outreach.media.domain.MediaService.MediaPickup.MediaPickupFacts;
import org.convergence.outreach.media.domain.MediaService.MediaPickupId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanLineOptions;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.platform.geography.Country;
import org.convergence.platform.geography.CountryNames;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Reads and fills the forms of this module. */
@Component
public record MediaForm(
        PartyChooser chooser,
        SegmentAudience audience,
        PlanLineOptions lines,
        PublicLanguages languages,
        OrganisationSettings settings) {
    public static final Field<String> ABOUT = Field.text("about", "media.field.about", 300);
    public static final Field<String> ASKER =
            Field.text("asker", "media.field.asker", 200).optional();
    public static final Field<LocalDate> DUE_ON = Field.date("dueOn", "media.field.due-on");
    public static final Field<String> DUE_AT = Field.text("dueAt", "media.field.due-at", 10);
    public static final Field<String> MANDATE =
            Field.text("mandate", "media.field.mandate", 1_000).optional();
    public static final Field<String> OUTCOME =
            Field.text("outcome", "media.field.outcome", 2_000).optional();
    public static final Field<String> TITLE = Field.text("title", "media.field.title", 300);
    public static final Field<LocalDate> SEEN_ON = Field.date("seenOn", "media.field.seen-on");
    public static final Field<Boolean> INTERVIEW = Field.checkbox("interview", "media.field.interview");
    public static final Field<String> LINK =
            Field.text("url", "media.field.url", PlanAttribution.LONGEST_LINK).optional();
    public static final Field<String> THEMES =
            Field.text("themes", "media.field.themes", 300).optional();
    /** The most countries of one contact. */
    public static final int MOST_COUNTRIES = 50;

    public static final Field<String> COUNTRIES =
            Field.text("countries", "media.field.countries", 1_500).optional();
    public static final Field<String> PUBLISHED_AT =
            Field.text("publishedAt", "media.field.published-at", 1_000).optional();
    public static final Field<String> NOTE =
            Field.text("note", "media.field.note", 1_000).optional();
    public static final Field<String> SPOKESPERSON =
            Field.text("spokesperson", "media.field.spokesperson", 300).optional();
    public static final Field<LocalDate> EMBARGO_ON =
            Field.date("embargoOn", "media.field.embargo-on").optional();
    public static final Field<String> EMBARGO_AT =
            Field.text("embargoAt", "media.field.embargo-at", 10).optional();
    public static final Field<String> ADDRESS =
            Field.text("address", "media.field.address", 2_000).optional();
    public static final Field<String> LINKS = Field.text("links", "media.field.links", 100_000);

    static final String PERSON = "person";
    static final String OUTLET = "outlet";
    static final String RESPONSIBLE = "responsible";

    private static final String USUAL_HOUR = "09:00";

    ChooserField person(Form form, String field) {
        return chooser.persons(form, field, 1, List.of());
    }

    ChooserField outlet(Form form) {
        return chooser.organisations(form, OUTLET, 1, List.of());
    }

    List<Option> segments() {
        return audience.findAll().stream()
                .map(each -> Option.of(each.id(), each.name()))
                .toList();
    }

    List<Option> lines(Form form) {
        return lines.find(form, "action");
    }

    static List<Option> countries(Words t) {
        return Country.findAll(t).stream()
                .map(each -> new Option(each.code(), each.name(t)))
                .toList();
    }

    Form open(MediaRequest it) {
        return Form.blank()
                .atVersion(it.version())
                .with(PERSON, it.person())
                .with(OUTLET, it.outlet())
                .with(ASKER.name(), it.asker())
                .with(ABOUT.name(), it.about())
                .with(DUE_ON.name(), it.dueOn())
                .with(DUE_AT.name(), it.dueAt())
                .with(RESPONSIBLE, it.responsible())
                .with(MANDATE.name(), it.mandate())
                .with(OUTCOME.name(), it.outcome());
    }

    MediaRequestFacts readRequest(FormValues answers) {
        ChosenParties<OrganisationId> outlet = chooser.chosenOrganisations(answers.form(), OUTLET, 1);
        var person = chooser.chosenPersons(answers.form(), PERSON, 1).first();
        String asker = answers.find(ASKER);
        if (person == null && asker == null && outlet.isEmpty()) {
            answers.reject(ASKER.name(), "media.refused.asker");
        }
        return new MediaRequestFacts(
                person,
                outlet,
                asker,
                answers.get(ABOUT),
                answers.get(DUE_ON),
                readHour(answers, DUE_AT, answers.get(DUE_AT)),
                chooser.chosenPersons(answers.form(), RESPONSIBLE, 1).first(),
                answers.find(MANDATE));
    }

    /** An hour as people write it: 15:30, 15 h 30, 15h. */
    private static String readHour(FormValues answers, Field<String> field, String typed) {
        String digits =
                typed.replaceAll("\\s", "").replaceFirst("[hH:]$", ":00").replaceFirst("[hH]", ":");
        String hour = digits.matches("\\d:.*") ? "0" + digits : digits;
        if (!typed.isEmpty() && !hour.matches(MediaRequest.HOUR)) {
            answers.reject(field.name(), "media.refused.hour");
        }
        return hour;
    }

    Form open(MediaPickup it) {
        return Form.blank()
                .atVersion(it.version())
                .with(OUTLET, it.outlet())
                .with(TITLE.name(), it.title())
                .with(SEEN_ON.name(), it.seenOn())
                .with(INTERVIEW.name(), it.interview())
                .with(LINK.name(), it.url())
                .with("request", it.request())
                .with("release", it.release())
                .with("action", it.action());
    }

    /** A pick-up as it was typed; without a new clipping, the old one stays. */
    record PickupInput(
            int version, MediaPickupFacts facts, @Nullable MultipartFile clipping) {}

    PickupInput readPickup(@Nullable MediaPickupId id, FormValues answers) {
        return new PickupInput(id == null ? 0 : answers.version(), readPickup(answers), answers.file("clipping"));
    }

    private MediaPickupFacts readPickup(FormValues answers) {
        ChosenParties<OrganisationId> outlet = chooser.chosenOrganisations(answers.form(), OUTLET, 1);
        if (outlet.isEmpty() && answers.form().problem(OUTLET) == null) {
            answers.reject(OUTLET, "shell.form.required");
        }
        String url = answers.find(LINK);
        if (url != null && !PlanAttribution.isLink(url)) {
            answers.reject(LINK.name(), "media.refused.url");
        }
        UUID request = answers.optionalId("request");
        UUID release = answers.optionalId("release");
        return new MediaPickupFacts(
                outlet,
                answers.get(TITLE),
                answers.get(SEEN_ON),
                answers.get(INTERVIEW),
                url,
                request == null ? null : new MediaRequestId(request),
                release == null ? null : new MediaReleaseId(release),
                readLine(answers));
    }

    private static @Nullable ActionId readLine(FormValues answers) {
        UUID line = answers.optionalId("action");
        return line == null ? null : new ActionId(line);
    }

    Form open(MediaContact it, Words t) {
        return Form.blank()
                .atVersion(it.version())
                .with(PERSON, it.person())
                .with(OUTLET, it.outlet())
                .with(THEMES.name(), it.themes())
                .with(COUNTRIES.name(), CountryNames.format(it.countries(), t))
                .with(NOTE.name(), it.note());
    }

    Form open(MediaRelease it) {
        Form form = Form.blank()
                .atVersion(it.version())
                .with(SPOKESPERSON.name(), it.spokesperson())
                .with("segment", it.segment())
                .with("action", it.action());
        it.texts()
                .forEach(each -> form.with("title-" + each.language(), each.title())
                        .with("body-" + each.language(), each.body()));
        if (it.embargoUntil() != null) {
            LocalDateTime until = LocalDateTime.ofInstant(
                    it.embargoUntil(), settings.current().zone());
            form.with(EMBARGO_ON.name(), until.toLocalDate())
                    .with(EMBARGO_AT.name(), until.toLocalTime().toString());
        }
        return form;
    }

    /** A release is written in one of the languages at least, in any: the first that is written is the one to fall back on. */
    MediaReleaseFacts readRelease(FormValues answers) {
        List<ReleaseText> texts = new ArrayList<>();
        List<String> all = languages.codes();
        for (String language : all) {
            String title = Objects.requireNonNullElse(answers.optionalText("title-" + language, 200), "");
            String body =
                    Objects.requireNonNullElse(answers.optionalText("body-" + language, MediaRelease.LONGEST_BODY), "");
            if (title.isEmpty() != body.isEmpty()) {
                answers.reject((title.isEmpty() ? "title-" : "body-") + language, "shell.form.required");
            }
            if (!title.isEmpty() || !body.isEmpty()) {
                texts.add(new ReleaseText(language, title, body));
            }
        }
        if (texts.isEmpty()) {
            answers.reject("title-" + all.get(0), "shell.form.required");
            answers.reject("body-" + all.get(0), "shell.form.required");
        }
        UUID segment = answers.optionalId("segment");
        if (segment != null
                && audience.findAll().stream()
                        .noneMatch(each -> each.id().value().equals(segment))) {
            answers.reject("segment", "shell.form.choice");
        }
        return new MediaReleaseFacts(
                texts,
                answers.find(SPOKESPERSON),
                segment == null ? null : new SegmentId(segment),
                readLine(answers),
                readEmbargo(answers));
    }

    private @Nullable Instant readEmbargo(FormValues answers) {
        LocalDate day = answers.find(EMBARGO_ON);
        String typed = answers.find(EMBARGO_AT);
        if (day == null && typed != null) {
            answers.reject(EMBARGO_ON.name(), "media.refused.embargo-day");
        }
        String hour = readHour(answers, EMBARGO_AT, Objects.requireNonNullElse(typed, USUAL_HOUR));
        return day == null
                ? null
                : TextParser.dateTime(day + "T" + hour)
                        .map(at -> at.atZone(settings.current().zone()).toInstant())
                        .orElse(null);
    }
}
