package org.convergence.outreach.relay.web;

import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.outreach.relay.RelayPermissions;
import org.convergence.outreach.relay.domain.Relay;
import org.convergence.outreach.relay.domain.Relay.RelayAnswer;
import org.convergence.outreach.relay.domain.Relay.RelayKitId;
import org.convergence.outreach.relay.domain.Relay.RelayState;
import org.convergence.outreach.relay.domain.RelayRecallService;
import org.convergence.outreach.relay.domain.RelayService;
import org.convergence.outreach.relay.web.RelayPage.RelayAnswerPage;
import org.convergence.outreach.relay.web.RelayPage.RelayEvidencePage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Answers that came otherwise than by the link, evidence that staff record, and who was told that a text is taken back. */
@Controller
@RequestMapping("/outreach/relay/{id}")
@Requires(RelayPermissions.EDIT)
record RelayEvidenceController(
        RelayService relays,
        RelayRecallService recalls,
        RelayForm forms,
        DocumentService documents,
        OrganisationSettings settings) {

    /** The organisations that have a kit were told that its text is taken back. */
    @PostMapping("/told")
    ModelAndView noteTold(@PathVariable RelayKitId id) {
        recalls.noteTold(id);
        String url = RelayKitController.url(id);
        return SeeOther.to(url).withNotice("relay.told").withUndo(url + "/told/undo");
    }

    @PostMapping("/told/undo")
    ModelAndView undoTold(@PathVariable RelayKitId id) {
        recalls.undoTold(id);
        return SeeOther.to(RelayKitController.url(id)).withNotice("relay.untold");
    }

    @GetMapping("/answer")
    ModelAndView answer(@PathVariable RelayKitId id) {
        return answerPage(id, Form.blank().with("on", settings.today()));
    }

    @PostMapping("/answer")
    ModelAndView answer(@PathVariable RelayKitId id, Form form) {
        return form.submit(
                answers -> new RelayAnswerInput(
                        answers.get(forms.organisation()), RelayAnswerForm.read(answers, RelayState.DECLARED)),
                input -> {
                    relays.recordAnswer(id, input.organisation(), input.answer());
                    return SeeOther.to(RelayKitController.url(id)).withNotice("relay.answered");
                },
                () -> answerPage(id, form));
    }

    private record RelayAnswerInput(OrganisationId organisation, RelayAnswer answer) {}

    private ModelAndView answerPage(RelayKitId id, Form form) {
        return PageView.of(
                "outreach/relay/answer",
                new RelayAnswerPage(
                        form, RelayKitController.url(id), relays.findKit(id).title(), forms.chooser(form)));
    }

    @GetMapping("/relays/{relay}")
    ModelAndView evidence(@PathVariable RelayKitId id, @PathVariable UUID relay) {
        return evidencePage(id, relay, Form.named("s"), Form.named("k"));
    }

    private ModelAndView evidencePage(RelayKitId id, UUID relay, Form seen, Form kept) {
        Relay found = relays.findTaken(id).stream()
                .filter(each -> each.id().equals(relay))
                .findFirst()
                .orElseThrow(() -> new NotFound("relay"));
        if (found.url() != null && !seen.filled("url")) {
            seen.with("url", found.url());
        }
        return PageView.of(
                "outreach/relay/evidence",
                new RelayEvidencePage(
                        seen,
                        kept,
                        RelayKitController.url(id) + "/relays/" + relay,
                        RelayKitController.url(id),
                        found.title(),
                        found.organisationName()));
    }

    @PostMapping("/relays/{relay}/seen")
    ModelAndView recordSeen(@PathVariable RelayKitId id, @PathVariable UUID relay, Form form) {
        return form.submit(
                RelayForm::readUrl,
                url -> {
                    relays.recordSeen(relay, url, settings.today());
                    return SeeOther.to(RelayKitController.url(id)).withNotice("relay.seen");
                },
                () -> evidencePage(id, relay, form, Form.named("k")));
    }

    @PostMapping("/relays/{relay}/kept")
    ModelAndView keep(@PathVariable RelayKitId id, @PathVariable UUID relay, Form form) {
        return form.submit(
                answers -> {
                    MultipartFile file = answers.file("copy");
                    if (file == null) {
                        answers.reject("copy", "shell.form.required");
                    }
                    return file;
                },
                file -> {
                    try (PreparedDocument prepared = documents.prepare(Upload.of(file.getOriginalFilename(), file))) {
                        relays.keep(relay, prepared);
                    }
                    return SeeOther.to(RelayKitController.url(id)).withNotice("relay.kept");
                },
                () -> evidencePage(id, relay, Form.named("s"), form));
    }
}
