package org.convergence.education.internship.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.education.internship.InternshipFileId;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.education.internship.ReleaseState;
import org.convergence.education.internship.ReturnActivityState;
import org.convergence.education.internship.domain.CohortPolicy.InternBlock;
import org.convergence.education.internship.domain.CohortService;
import org.convergence.education.internship.domain.CohortService.Intern;
import org.convergence.education.internship.domain.InternshipCall;
import org.convergence.education.internship.domain.InternshipCallService;
import org.convergence.education.internship.domain.InternshipFile;
import org.convergence.education.internship.domain.InternshipFile.InternRelease;
import org.convergence.education.internship.domain.InternshipGates;
import org.convergence.education.internship.domain.ReleaseLetterSender;
import org.convergence.education.internship.domain.ReturnActivity;
import org.convergence.education.internship.domain.ReturnActivityService;
import org.convergence.education.internship.web.InternshipPage.FileRow;
import org.convergence.education.internship.web.InternshipPage.InternPage;
import org.convergence.education.internship.web.InternshipPage.InternshipFact;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.mail.LetterFormatter;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.RenderingOptions;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.settings.OrganisationProfile;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One intern: release, gates, return activities, attestation. */
@Controller
@RequestMapping("/education/internship/files/{id}")
@Requires(InternshipPermissions.EDIT)
class InternController {

    private final InternshipCallService calls;
    private final CohortService cohorts;
    private final ReturnActivityService activities;
    private final InternshipGates gates;
    private final InternshipForm forms;
    private final ReleaseLetterSender letters;
    private final OrganisationSettings settings;
    private final String baseUrl;

    InternController(
            InternshipCallService calls,
            CohortService cohorts,
            ReturnActivityService activities,
            InternshipGates gates,
            InternshipForm forms,
            ReleaseLetterSender letters,
            OrganisationSettings settings,
            @Value("${convergence.base-url}") String baseUrl) {
        this.calls = calls;
        this.cohorts = cohorts;
        this.activities = activities;
        this.gates = gates;
        this.forms = forms;
        this.letters = letters;
        this.settings = settings;
        this.baseUrl = baseUrl;
    }

    @GetMapping
    @Requires(InternshipPermissions.READ_NAMES)
    ModelAndView show(@PathVariable InternshipFileId id, Words t) {
        return page(id, null, null, t);
    }

    private ModelAndView page(InternshipFileId id, @Nullable Form release, @Nullable Form activity, Words t) {
        Intern intern = cohorts.findIntern(id);
        InternshipFile file = intern.file();
        InternshipCall call = calls.findById(file.call());
        boolean mayEdit = CurrentActor.get().may(InternshipPermissions.EDIT);
        InternRelease known = file.release();
        int days = (int) (call.endsOn().toEpochDay() - call.startsOn().toEpochDay()) + 1;
        Form opened =
                release != null ? release : InternshipForm.openRelease(known, file.version(), settings.today(), days);
        Form person = Form.named("person").with("person", file.person());
        Form union = Form.named("union").with("union", file.organisation());
        return PageView.of(
                "education/internship/intern",
                new InternPage(
                        InternshipPage.url(id),
                        file.name(),
                        InternshipPage.url(call.id()),
                        call.title(t),
                        intern.stage().tone(),
                        t.say(intern.stage().key()),
                        InternshipPageAssembler.blocks(intern, t),
                        facts(file, call, t),
                        mayEdit ? opened : null,
                        known == null ? null : cost(known, t),
                        mayEdit
                                && known != null
                                && known.state() == ReleaseState.ASKED
                                && !call.endsOn().isBefore(settings.today()),
                        letter(id, t),
                        gates.part(id, mayEdit, t),
                        activities.findByFile(id).stream()
                                .map(each -> row(id, each, mayEdit, t))
                                .toList(),
                        !mayEdit ? null : activity != null ? activity : Form.named("activity"),
                        mayEdit ? person : null,
                        mayEdit ? forms.person(person) : null,
                        mayEdit ? union : null,
                        mayEdit ? forms.union(union) : null,
                        mayEdit && intern.blocks().equals(List.of(InternBlock.TO_ATTEST)),
                        file.attestedOn() == null ? null : InternshipPage.url(id) + "/attestation.pdf"));
    }

    private @Nullable String letter(InternshipFileId id, Words t) {
        LetterStatus last = letters.findLast(id);
        return last == null ? null : t.capital(LetterFormatter.stateWithDetail(last, t));
    }

    private static String cost(InternRelease release, Words t) {
        String cost = t.money(release.cost(), "CAD");
        return release.matchedIn() == null
                ? t.say("internship.release.cost", cost)
                : t.say("internship.release.cost.matched", cost, release.matchedIn());
    }

    private static List<InternshipFact> facts(InternshipFile file, InternshipCall call, Words t) {
        List<InternshipFact> facts = new ArrayList<>();
        facts.add(InternshipPageAssembler.fact("internship.field.mail", file.mail(), t));
        if (file.phone() != null) {
            facts.add(InternshipPageAssembler.fact("internship.field.phone", file.phone(), t));
        }
        if (!file.unionName().isEmpty()) {
            facts.add(InternshipPageAssembler.fact("internship.field.union", file.unionName(), t));
        }
        facts.add(InternshipPageAssembler.fact(
                "internship.fact.activities",
                t.say("internship.fact.activities.text", file.held(), call.returnActivities(), file.people()),
                t));
        return facts;
    }

    private static FileRow row(InternshipFileId id, ReturnActivity activity, boolean mayEdit, Words t) {
        String detail = t.say(CandidateForm.kindKey(activity.kind())) + " · " + t.date(activity.plannedOn());
        return new FileRow(
                activity.title(),
                null,
                activity.people() == null
                        ? detail
                        : detail + " · " + t.say("public.internship.return.reached", activity.people()),
                activity.state().tone(),
                t.say("public." + activity.state().key()),
                mayEdit && activity.state() == ReturnActivityState.PLANNED
                        ? InternshipPage.url(id) + "/activities/" + activity.id() + "/waive"
                        : null);
    }

    @PostMapping("/release")
    ModelAndView release(@PathVariable InternshipFileId id, Form form, Words t) {
        return form.submit(
                InternshipForm::readRelease,
                input -> {
                    cohorts.saveRelease(id, input.version(), input.release());
                    return saved(id);
                },
                () -> page(id, form, null, t));
    }

    private static SeeOther saved(InternshipFileId id) {
        return SeeOther.to(InternshipPage.url(id)).withNotice("internship.saved");
    }

    @PostMapping("/person")
    ModelAndView identify(@PathVariable InternshipFileId id, Form form, Words t) {
        return form.submit(
                forms::readPerson,
                person -> {
                    cohorts.setPerson(id, person.orElse(null));
                    return saved(id);
                },
                () -> page(id, null, null, t));
    }

    @PostMapping("/activities")
    ModelAndView addActivity(@PathVariable InternshipFileId id, Form form, Words t) {
        return form.submit(
                CandidateForm::readActivity,
                facts -> {
                    activities.save(id, null, facts);
                    return saved(id);
                },
                () -> page(id, null, form, t));
    }

    @PostMapping("/activities/{activity}/waive")
    ModelAndView waive(@PathVariable InternshipFileId id, @PathVariable UUID activity) {
        activities.waive(id, activity);
        return saved(id);
    }

    @PostMapping("/promote")
    ModelAndView promote(@PathVariable InternshipFileId id) {
        cohorts.promote(id);
        return saved(id);
    }

    @PostMapping("/attest")
    ModelAndView attest(@PathVariable InternshipFileId id) {
        cohorts.attest(id);
        return SeeOther.to(InternshipPage.url(id))
                .withNotice("internship.attested")
                .withUndo(InternshipPage.url(id) + "/unattest");
    }

    @PostMapping("/unattest")
    ModelAndView takeBack(@PathVariable InternshipFileId id) {
        cohorts.takeAttestationBack(id);
        return saved(id);
    }

    @GetMapping("/attestation.pdf")
    @Requires(InternshipPermissions.READ_NAMES)
    void attestation(@PathVariable InternshipFileId id, Words t, HttpServletResponse response) throws IOException {
        InternshipFile file = cohorts.findIntern(id).file();
        if (file.attestedOn() == null) {
            throw new NotFound("internship");
        }
        InternshipCall call = calls.findById(file.call());
        OrganisationProfile organisation = settings.current();
        String us = organisation.name();
        Paper paper = new Paper(
                t.say("internship.attestation"),
                call.title(t),
                us,
                t.say("internship.attestation"),
                List.of(Section.of(
                        "",
                        List.of(
                                Block.text(t.say(
                                        "internship.attestation.text",
                                        us,
                                        file.name(),
                                        call.destination(),
                                        t.period(call.startsOn(), call.endsOn()))),
                                Block.text(t.say("internship.attestation.return", file.held(), file.people())),
                                Block.text(t.say("internship.attestation.given", file.attestedOn())),
                                new Block.Paragraph(
                                        Inline.lines("\n\n" + "_".repeat(44) + "\n" + organisation.signature()))))),
                Paper.Layout.PLAIN);
        FileDownload.setHeaders(response, t.say("internship.attestation") + ".pdf", PaperFormat.PDF.mediaType());
        PaperFormat.PDF.write(
                paper, t, RenderingOptions.letterPaper(baseUrl, settings.letterhead()), response.getOutputStream());
    }
}
