package org.convergence.education.internship.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.education.internship.InternshipFileId;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.education.internship.ReleaseState;
import org.convergence.education.internship.ReturnActivityState;
import org.convergence.education.internship.domain.CohortPolicy;
import org.convergence.education.internship.domain.CohortPolicy.InternBlock;
import org.convergence.education.internship.domain.CohortService;
import org.convergence.education.internship.domain.CohortService.FoundIdentity;
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
import org.convergence.education.internship.domain.TrainingService;
import org.convergence.education.internship.domain.TrainingService.TrainingMeeting;
import org.convergence.education.internship.web.InternshipPage.FileRow;
import org.convergence.education.internship.web.InternshipPage.InternPage;
import org.convergence.education.internship.web.InternshipPage.InternshipFact;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.LetterFormatter;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Assembles the page of an intern. */
@Component
record InternPageAssembler(
        InternshipCallService calls,
        CohortService cohorts,
        ReturnActivityService activities,
        InternshipGates gates,
        InternshipForm forms,
        PeopleDirectory people,
        InternshipLetterSender answers,
        ReleaseLetterSender letters,
        InternStoryService stories,
        TrainingService trainings,
        OrganisationSettings settings) {

    /** The union and the person that are found in the directory, by name; {@code null} for none. */
    private @Nullable String found(FoundIdentity found, Words t) {
        List<String> names = new ArrayList<>();
        if (found.union() != null) {
            people.organisationNames(List.of(found.union())).values().forEach(each -> names.add(each.name()));
        }
        if (found.person() != null) {
            people.personNames(List.of(found.person())).values().forEach(each -> names.add(each.name()));
        }
        return names.isEmpty() ? null : t.list(names);
    }

    /** @param typed the form that was refused, by its name: release, activity or training */
    ModelAndView assemble(InternshipFileId id, Map<String, Form> typed, Words t) {
        Intern intern = cohorts.findIntern(id);
        InternshipFile file = intern.file();
        InternshipCall call = calls.findById(file.call());
        boolean mayEdit = CurrentActor.get().may(InternshipPermissions.EDIT);
        InternRelease known = file.release();
        InternshipStay stay = calls.findStay(call);
        Form release = typed.getOrDefault(
                "release", InternshipForm.openRelease(known, file.version(), settings.today(), stay.days()));
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
                        mayEdit ? found(cohorts.findIdentity(file), t) : null,
                        InternshipPageAssembler.blocks(intern, t),
                        facts(
                                file,
                                call,
                                mayEdit
                                        && answers.findUntold(file.call()).stream()
                                                .anyMatch(each -> each.id().equals(id)),
                                t),
                        mayEdit ? release : null,
                        known == null ? null : cost(known, t),
                        mayEdit
                                && known != null
                                && known.state() == ReleaseState.ASKED
                                && !stay.endsOn().isBefore(settings.today()),
                        letter(id, t),
                        gates.part(id, mayEdit, t),
                        trained(file, t),
                        trainings.findByFile(id).stream()
                                .map(each -> row(id, each, mayEdit, t))
                                .toList(),
                        mayEdit
                                ? typed.getOrDefault(
                                        "training",
                                        Form.named("training").with(InternshipForm.TRAINED.name(), settings.today()))
                                : null,
                        activities.findByFile(id).stream()
                                .map(each -> row(id, each, mayEdit, t))
                                .toList(),
                        mayEdit ? typed.getOrDefault("activity", Form.named("activity")) : null,
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

    /** The hours of training of an intern, of those expected. */
    static String trained(InternshipFile file, Words t) {
        return t.say("public.internship.trained", t.hours(file.trainingHours()), t.hours(CohortPolicy.TRAINING_HOURS));
    }

    private static FileRow row(InternshipFileId id, TrainingMeeting meeting, boolean mayEdit, Words t) {
        return new FileRow(
                meeting.title(),
                null,
                t.date(meeting.day()),
                Tone.OK,
                t.hours(meeting.hours()),
                mayEdit ? InternshipPage.url(id) + "/training/" + meeting.id() + "/remove" : null);
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
}
