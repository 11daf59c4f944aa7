package org.convergence.education.internship.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.education.internship.InternshipFileId;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.education.internship.ReleaseState;
import org.convergence.education.internship.ReturnActivityState;
import org.convergence.education.internship.domain.CohortPolicy.InternBlock;
import org.convergence.education.internship.domain.CohortService;
import org.convergence.education.internship.domain.CohortService.Intern;
import org.convergence.education.internship.domain.InternStory;
import org.convergence.education.internship.domain.InternStoryService;
import org.convergence.education.internship.domain.InternshipCall;
import org.convergence.education.internship.domain.InternshipCall.InternshipStay;
import org.convergence.education.internship.domain.InternshipCallService;
import org.convergence.education.internship.domain.InternshipFile;
import org.convergence.education.internship.domain.InternshipFile.InternRelease;
import org.convergence.education.internship.domain.InternshipGates;
import org.convergence.education.internship.domain.InternshipLetterSender;
import org.convergence.education.internship.domain.ReleaseLetterSender;
import org.convergence.education.internship.domain.ReturnActivity;
import org.convergence.education.internship.domain.ReturnActivityService;
import org.convergence.education.internship.web.InternshipPage.FileRow;
import org.convergence.education.internship.web.InternshipPage.InternPage;
import org.convergence.education.internship.web.InternshipPage.InternshipFact;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.LetterFormatter;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
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
record InternController(
        InternshipCallService calls,
        CohortService cohorts,
        ReturnActivityService activities,
        InternshipGates gates,
        InternshipForm forms,
        InternshipLetterSender answers,
        ReleaseLetterSender letters,
        InternStoryService stories,
        OrganisationSettings settings) {

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
        InternshipStay stay = calls.findStay(call);
        Form opened = release != null
                ? release
                : InternshipForm.openRelease(known, file.version(), settings.today(), stay.days());
        Form person = Form.named("person").with("person", file.person());
        Form union = Form.named("union").with("union", file.organisation());
        InternStory story = stories.findByFile(id).orElse(null);
        boolean told = story != null && story.isTold(settings.today());
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
                        facts(
                                file,
                                call,
                                mayEdit
                                        && answers.findUntold(file.call()).stream()
                                                .anyMatch(each -> each.id().equals(id)),
                                t),
                        mayEdit ? opened : null,
                        known == null ? null : cost(known, t),
                        mayEdit
                                && known != null
                                && known.state() == ReleaseState.ASKED
                                && !stay.endsOn().isBefore(settings.today()),
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
                        file.attestedOn() == null ? null : InternshipPage.url(id) + "/attestation.pdf",
                        story == null ? List.of() : story(story, t),
                        mayEdit && story != null && told && story.forReports(),
                        story != null && told && story.forMembers()));
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

    private static List<InternshipFact> facts(InternshipFile file, InternshipCall call, boolean untold, Words t) {
        List<InternshipFact> facts = new ArrayList<>();
        if (untold) {
            facts.add(
                    InternshipPageAssembler.fact("internship.fact.answer", t.say("internship.fact.answer.untold"), t));
        }
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

    /** What the intern said, and what may be told until when. */
    private List<InternshipFact> story(InternStory story, Words t) {
        List<InternshipFact> facts = new ArrayList<>();
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("learned", story.learned());
        texts.put("improve", story.improve());
        texts.put("text", story.story());
        texts.forEach((key, text) -> {
            if (!text.isEmpty()) {
                facts.add(InternshipPageAssembler.fact("public.internship.story." + key, text, t));
            }
        });
        facts.add(InternshipPageAssembler.fact(
                "internship.story.consent",
                !story.isTold(settings.today())
                        ? t.say("internship.story.consent.none")
                        : t.say(
                                "internship.story.consent.text",
                                t.say("internship.story.consent." + (story.forReports() ? "reports" : "")
                                        + (story.forMembers() ? "members" : "")),
                                t.say(story.named() ? "internship.story.named" : "internship.story.unnamed"),
                                story.untilOn()),
                t));
        return facts;
    }

    @PostMapping("/story")
    ModelAndView recordStory(@PathVariable InternshipFileId id) {
        stories.record(id);
        return SeeOther.to(InternshipPage.url(id)).withNotice("internship.story.recorded");
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
}
