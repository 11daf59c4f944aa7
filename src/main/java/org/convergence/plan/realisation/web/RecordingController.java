package org.convergence.plan.realisation.web;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.RecordingDraftSource.DraftValues;
import org.convergence.plan.realisation.domain.RealisationEntry;
import org.convergence.plan.realisation.domain.RealisationQueries;
import org.convergence.plan.realisation.domain.RealisationRecordingService;
import org.convergence.plan.realisation.web.RealisationFormPage.RecordingPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.convergence.platform.idempotency.IdempotencyService;
import org.convergence.platform.idempotency.IdempotentPost.IdempotentRequest;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
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
record RecordingController(
        RealisationRecordingService realisationRecordingService,
        RealisationQueries realisations,
        RealisationForm forms,
        RealisationFormPageAssembler pages,
        ContributionPreview outcome,
        FormUploads files,
        IdempotencyService requests,
        ServedLineChoice served) {

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
            form = forms.copy(realisations.findById(new RealisationId(like)), t);
        } else if (again != null) {
            form = forms.fill(realisations.findById(new RealisationId(again)), t)
                    .with("version", null);
        } else if (draft != null) {
            DraftValues begun = forms.begin(form, draft, t);
            files.begin(form, begun.files());
        } else if (action != null) {
            form.with(ServedLineChoice.TICKED, action).with(ServedLineChoice.SETTLED, true);
        }
        if (organisation != null) {
            form.with(RealisationForm.WITH, organisation);
        }
        return page(form.with("from", from), t);
    }

    private ModelAndView page(Form form, Words t) {
        return PageView.of(
                "plan/realisation/new",
                new RecordingPage(
                        pages.assembleNew(form, ContributionPreview.returnAddress(form, "/"), t), files.fields(form)));
    }

    @PostMapping
    ModelAndView record(Form form, Words t) {
        String typed = typed(form);
        return form.submit(
                answers -> {
                    String sent = typed + files.typedText(form, answers);
                    // Also if a field is wrong: the uploads are kept.
                    files.receive(form, answers);
                    return new RecordingInput(forms.read(form, answers), sent);
                },
                sent -> outcome.recorded(form, recordOnce(form, sent), sent.entry(), t),
                () -> page(form, t));
    }

    /**
     * A submission.
     *
     * @param typed the typed values, with the uploads
     */
    private record RecordingInput(RealisationEntry entry, String typed) {}

    /** Records a realisation, or finds the one already recorded under the form's key. */
    private RealisationId recordOnce(Form form, RecordingInput sent) {
        var request = new IdempotentRequest(
                null, "POST /plan/realisation", form.filled("key") ? form.value("key") : null, sent.typed());
        try {
            IdempotentResponse answer = requests.executeOnce(request, () -> {
                RealisationId made = realisationRecordingService.recordByHand(sent.entry());
                files.attach(made, form);
                return new IdempotentResponse(303, null, made.value().toString());
            });
            return new RealisationId(UUID.fromString(answer.body()));
        } catch (Refused refused) {
            if (refused.messageKey().equals(IdempotencyService.OTHER_BODY)) {
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

    /** Proposes lines for the unfinished form. Stores nothing. */
    @PostMapping("/serves")
    ModelAndView propose(Form form, Words t) {
        return PageView.fragment("plan/realisation/serves-again", served.assemble(form, t));
    }
}
