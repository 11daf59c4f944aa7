package org.convergence.resources.grant.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.convergence.directory.people.PartyChooser;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.AgreementDueId;
import org.convergence.resources.grant.AgreementDueKind;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.grant.domain.AgreementDueService;
import org.convergence.resources.grant.domain.AgreementDueService.AgreementDueFacts;
import org.convergence.resources.grant.domain.AgreementQueries;
import org.convergence.resources.grant.domain.AgreementQueries.AgreementDueRow;
import org.convergence.resources.grant.web.AgreementPage.AgreementDuePage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** One deliverable or instalment: on which day it is done, what arrived of it, correcting and deleting it. */
@Controller
@RequestMapping("/resources/grant/agreement/{id}/due/{due}")
@Requires(GrantPermissions.ACCOUNT)
record AgreementDueController(
        AgreementDueService dues,
        AgreementQueries queries,
        AgreementForm forms,
        PartyChooser chooser,
        DocumentService documents,
        OrganisationSettings settings) {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    @GetMapping
    ModelAndView show(@PathVariable AgreementId id, @PathVariable AgreementDueId due, Words t) {
        AgreementDueRow row = queries.findDue(id, due);
        return page(row, openDone(row), AgreementForm.openDue(row), t);
    }

    private Form openDone(AgreementDueRow row) {
        return Form.named("done")
                .atVersion(row.version())
                .with(AgreementForm.DONE.name(), settings.today())
                .with("amount", row.amount());
    }

    private ModelAndView page(AgreementDueRow row, Form done, Form form, Words t) {
        boolean isMoney = row.kind().isMoney();
        boolean edits = CurrentActor.get().may(GrantPermissions.EDIT);
        return PageView.of(
                "resources/grant/agreement-due",
                new AgreementDuePage(
                        url(row),
                        AgreementPage.url(row.agreement()),
                        row.title(),
                        row.what(),
                        AgreementFormatter.describe(row, settings.today(), t),
                        row.kind(),
                        row.doneOn() == null && (edits || isMoney) ? done : null,
                        row.doneOn() == null && edits ? form : null,
                        chooser.persons(form, AgreementForm.OWNER, 1, List.of()),
                        row.doneOn() != null && (edits || isMoney),
                        row.version(),
                        ChangeHistory.of(
                                queries.findChanges(row.id()),
                                "grant.agreement",
                                t,
                                (column, value) -> chooser.displayName(value))));
    }

    private static String url(AgreementDueRow row) {
        return AgreementPage.url(row.agreement()) + "/due/" + row.id().value();
    }

    private record DoneDue(
            int version,
            LocalDate on,
            @Nullable BigDecimal received,
            @Nullable MultipartFile proof) {}

    @PostMapping("/done")
    ModelAndView done(@PathVariable AgreementId id, @PathVariable AgreementDueId due, Form form, Words t) {
        AgreementDueRow row = queries.findDue(id, due);
        return form.submit(
                answers -> new DoneDue(
                        answers.version(),
                        Objects.requireNonNullElse(answers.find(AgreementForm.DONE), settings.today()),
                        AgreementForm.readCents(answers, "amount", CENT),
                        row.kind() == AgreementDueKind.REFUND ? answers.file("proof") : null),
                input -> {
                    markDone(due, input);
                    return done(queries.findDue(id, due), t);
                },
                () -> page(row, form, AgreementForm.openDue(row), t));
    }

    private void markDone(AgreementDueId due, DoneDue input) {
        MultipartFile proof = input.proof();
        if (proof == null) {
            dues.markDone(due, input.version(), input.on(), input.received(), null);
            return;
        }
        try (PreparedDocument prepared = documents.prepare(Upload.of(proof.getOriginalFilename(), proof))) {
            dues.markDone(due, input.version(), input.on(), input.received(), prepared);
        }
    }

    /** A part of an instalment that the funder kept is named, since it may still come. */
    private static ModelAndView done(AgreementDueRow row, Words t) {
        BigDecimal lacks =
                Objects.requireNonNullElse(row.amount(), BigDecimal.ZERO).subtract(row.paid());
        SeeOther back = SeeOther.to(AgreementPage.url(row.agreement()));
        return (lacks.signum() > 0 && row.kind() == AgreementDueKind.INSTALMENT
                        ? back.withNotice("grant.agreement.due-part", t.money(lacks, row.currency()))
                        : back.withNotice("grant.agreement.due-done"))
                .withUndo(url(row) + "/open?version=" + row.version());
    }

    @PostMapping("/open")
    ModelAndView open(@PathVariable AgreementId id, @PathVariable AgreementDueId due, @RequestParam int version) {
        dues.markOpen(queries.findDue(id, due).id(), version);
        return SeeOther.to(AgreementPage.url(id)).withNotice("grant.agreement.due-open");
    }

    private record DueCorrection(int version, AgreementDueFacts facts) {}

    @PostMapping
    @Requires(GrantPermissions.EDIT)
    ModelAndView correct(@PathVariable AgreementId id, @PathVariable AgreementDueId due, Form form, Words t) {
        AgreementDueRow row = queries.findDue(id, due);
        form.with(AgreementForm.KIND.name(), row.kind());
        return form.submit(
                answers -> new DueCorrection(answers.version(), forms.readDue(answers)),
                input -> dues.correctDue(due, input.version(), input.facts()),
                SeeOther.to(AgreementPage.url(id)).withNotice("grant.agreement.saved"),
                () -> page(row, openDone(row), form, t));
    }

    @PostMapping("/remove")
    @Requires(GrantPermissions.EDIT)
    ModelAndView remove(@PathVariable AgreementId id, @PathVariable AgreementDueId due, @RequestParam int version) {
        dues.deleteDue(queries.findDue(id, due).id(), version);
        return SeeOther.to(AgreementPage.url(id)).withNotice("grant.agreement.due-removed");
    }
}
