package org.convergence.plan.realisation.web;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.RecordingDraft.Begun;
import org.convergence.plan.realisation.domain.Entry;
import org.convergence.plan.realisation.domain.RealisationReading;
import org.convergence.plan.realisation.domain.RealisationRecording;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.convergence.platform.idempotency.Answer;
import org.convergence.platform.idempotency.Repeatable;
import org.convergence.platform.idempotency.RepeatedRequests;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** « C'est fait »: records a realisation in a minute. */
@Controller
@RequestMapping("/plan/realisation")
@Requires(RealisationPermissions.RECORD)
class RecordingController {

    /** The fields compared to recognise a repeated submission. */
    private static final List<String> TYPED = List.of(
            "title",
            "when",
            "date",
            "to",
            "where",
            "region",
            "country",
            "organisations",
            "organisations-new",
            "organisations-typed",
            "count",
            "women",
            "men",
            "other",
            "notStated",
            "youth",
            "hours",
            "volunteerHours",
            "copies",
            "quantity",
            "kind",
            "action",
            "line",
            "narrative",
            "links");

    private final RealisationRecording recording;
    private final RealisationReading reading;
    private final EntryForms forms;
    private final EntryPages pages;
    private final Outcome outcome;
    private final ArrivingFiles files;
    private final RepeatedRequests requests;

    RecordingController(
            RealisationRecording recording,
            RealisationReading reading,
            EntryForms forms,
            EntryPages pages,
            Outcome outcome,
            ArrivingFiles files,
            RepeatedRequests requests) {
        this.recording = recording;
        this.reading = reading;
        this.forms = forms;
        this.pages = pages;
        this.outcome = outcome;
        this.files = files;
        this.requests = requests;
    }

    /**
     * A new form.
     *
     * @param action a line of a plan, served by it
     * @param like a recurring one, whose usual values are copied
     * @param again one that was just undone, to be corrected
     * @param organisation a participating one
     * @param draft of another module, as {@code <kind>/<id>}
     * @param from where to go afterwards
     */
    @GetMapping("/new")
    ModelAndView blank(
            @RequestParam(required = false) @Nullable UUID action,
            @RequestParam(required = false) @Nullable UUID organisation,
            @RequestParam(required = false) @Nullable UUID like,
            @RequestParam(required = false) @Nullable UUID again,
            @RequestParam(required = false) @Nullable String draft,
            @RequestParam(required = false) @Nullable String from,
            Words t) {
        Form form = forms.blank();
        if (like != null) {
            form = forms.like(reading.one(new RealisationId(like)), t);
        } else if (again != null) {
            form = forms.of(reading.one(new RealisationId(again)), t).with("version", null);
        } else if (draft != null) {
            Begun begun = forms.begin(form, draft, t);
            files.begin(form, begun.files());
        } else if (action != null) {
            form.with(ServedChoice.TICKED, action).with(ServedChoice.SETTLED, true);
        }
        if (organisation != null) {
            form.with(EntryForms.WITH, organisation);
        }
        return page(form.with("from", from), t);
    }

    private ModelAndView page(Form form, Words t) {
        return Page.of(
                "plan/realisation/new",
                new RecordingPage(pages.blank(form, Outcome.back(form, "/"), t), files.of(form)));
    }

    @PostMapping
    ModelAndView record(Form form, Words t) {
        String typed = typed(form);
        return form.submit(
                answers -> {
                    String sent = typed + files.typed(form, answers);
                    // Also if a field is wrong: the uploads are kept.
                    files.receive(form, answers);
                    return new Sent(forms.read(form, answers), sent);
                },
                sent -> outcome.recorded(form, once(form, sent), sent.entry(), t),
                () -> page(form, t));
    }

    /**
     * A submission.
     *
     * @param typed the typed values, with the uploads
     */
    private record Sent(Entry entry, String typed) {}

    /** Records it, or finds the one already recorded under the form's key. */
    private RealisationId once(Form form, Sent sent) {
        var request = new Repeatable(
                null, "POST /plan/realisation", form.filled("key") ? form.value("key") : null, sent.typed());
        try {
            Answer answer = requests.once(request, () -> {
                RealisationId made = recording.byHand(sent.entry());
                files.attach(made, form);
                return new Answer(303, null, made.value().toString());
            });
            return new RealisationId(UUID.fromString(answer.body()));
        } catch (Refused refused) {
            if (refused.messageKey().equals(RepeatedRequests.OTHER_BODY)) {
                form.with("key", Ids.next());
                throw new Refused("realisation.new.sent-already");
            }
            throw refused;
        }
    }

    private static String typed(Form form) {
        StringBuilder typed = new StringBuilder();
        TYPED.forEach(field ->
                typed.append(field).append('=').append(form.values(field)).append('\n'));
        return typed.toString();
    }
}
