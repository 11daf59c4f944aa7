package org.convergence.education.workshop.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.convergence.education.workshop.WorkshopPermissions;
import org.convergence.education.workshop.WorkshopSessionId;
import org.convergence.education.workshop.WorkshopSessionState;
import org.convergence.education.workshop.domain.EvaluationPolicy;
import org.convergence.education.workshop.domain.EvaluationQueries;
import org.convergence.education.workshop.domain.EvaluationQueries.EvaluationResult;
import org.convergence.education.workshop.domain.FacilitatorLetterSender;
import org.convergence.education.workshop.domain.WorkshopAnnouncementService;
import org.convergence.education.workshop.domain.WorkshopRequestService;
import org.convergence.education.workshop.domain.WorkshopSession;
import org.convergence.education.workshop.domain.WorkshopSession.RaisedHands;
import org.convergence.education.workshop.domain.WorkshopSessionQueries;
import org.convergence.education.workshop.domain.WorkshopSessionQueries.WorkshopSessionRow;
import org.convergence.education.workshop.domain.WorkshopSessionService;
import org.convergence.education.workshop.web.WorkshopPage.SessionPage;
import org.convergence.education.workshop.web.WorkshopPage.WorkshopFact;
import org.convergence.education.workshop.web.WorkshopPage.WorkshopItem;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.LetterFormatter;
import org.convergence.platform.rendering.QrCode;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.RecordExpenses;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Assembles the page of a session, and its row in lists. */
@Component
record SessionPageAssembler(
        WorkshopSessionQueries queries,
        EvaluationQueries evaluations,
        WorkshopSessionService sessions,
        WorkshopRequestService requests,
        FacilitatorLetterSender letters,
        WorkshopAnnouncementService announcements,
        RecordExpenses expenses,
        OrganisationSettings settings,
        BaseUrl baseUrl) {

    static WorkshopItem item(WorkshopSessionRow row, LocalDate today, Words t) {
        List<String> detail = new ArrayList<>();
        for (String each : List.of(
                row.asker() == null ? "" : row.asker(),
                WorkshopFormatter.place(row.region(), row.place(), t),
                row.facilitators(),
                row.people() == null ? "" : t.say("workshop.people", row.people()))) {
            if (!each.isEmpty()) {
                detail.add(each);
            }
        }
        return new WorkshopItem(
                WorkshopPage.url(row.id()),
                WorkshopFormatter.when(row.day(), row.begins(), t) + " – " + row.title(),
                String.join(" · ", detail),
                row.isToConfirm(today) ? Tone.WARN : row.state().tone(),
                t.say(
                        row.isToConfirm(today)
                                ? "workshop.session.to-confirm"
                                : row.state().key()),
                false);
    }

    /** The shown results of an evaluation; empty while it is hidden. */
    static List<WorkshopFact> results(EvaluationResult result, Words t) {
        return result.results().stream()
                .map(each -> new WorkshopFact(
                        t.say("public.workshop.question." + each.question()),
                        each.yes() == null || each.somewhat() == null || each.no() == null
                                ? t.say("workshop.evaluation.hidden", EvaluationPolicy.LEAST)
                                : t.say("workshop.evaluation.result", each.yes(), each.somewhat(), each.no())))
                .toList();
    }

    private static Form hands(WorkshopSession it) {
        Form form = Form.named("hands").atVersion(it.version());
        RaisedHands hands = it.hands();
        return hands == null
                ? form
                : form.with("learned", hands.learned())
                        .with("useful", hands.useful())
                        .with("recommend", hands.recommend());
    }

    /**
     * The page.
     *
     * @param typed the form that was refused, by its name: hold, hands, paper or notes; empty to open the page
     */
    ModelAndView assemble(WorkshopSession it, Map<String, Form> typed, Words t) {
        Form hold = typed.getOrDefault(
                "hold", Form.blank().atVersion(it.version()).with(WorkshopForm.HEAD_COUNT.name(), it.people()));
        Form hands = typed.getOrDefault("hands", hands(it));
        Form paper = typed.getOrDefault("paper", Form.named("paper"));
        Form notes = typed.getOrDefault(
                "notes", Form.named("notes").atVersion(it.version()).with(WorkshopForm.NOTES.name(), it.notes()));
        WorkshopSessionId id = it.typedId();
        WorkshopSessionRow row = queries.findById(id);
        boolean mayEdit = CurrentActor.get().may(WorkshopPermissions.EDIT);
        boolean today = !it.day().isAfter(settings.today());
        boolean happens = it.state() == WorkshopSessionState.PLANNED || it.state() == WorkshopSessionState.HELD;
        String link = happens && it.closedOn() == null && !isEvaluationOver(it)
                ? baseUrl.value() + EvaluationController.PATH + id.value()
                : null;
        QrCode qr = link == null ? null : QrCode.of(link);
        EvaluationResult result = evaluations.findBySession(id);
        return PageView.of(
                "education/workshop/session",
                new SessionPage(
                        WorkshopPage.url(id),
                        row,
                        WorkshopFormatter.when(it.day(), it.begins(), t),
                        it.request() == null ? null : WorkshopPage.url(it.request()),
                        facts(row, it, t),
                        link,
                        qr == null ? null : qr.path(),
                        qr == null ? 0 : qr.size(),
                        mayEdit && today && happens && it.state() != WorkshopSessionState.HELD ? hold : null,
                        mayEdit && it.state() == WorkshopSessionState.HELD ? hands : null,
                        mayEdit && today && happens && it.closedOn() == null ? paper : null,
                        EvaluationController.verdicts(t),
                        it.notes(),
                        mayEdit && today && happens ? notes : null,
                        it.closedOn() != null,
                        happens ? evaluationState(it, result, t) : null,
                        results(result, t),
                        it.state() == WorkshopSessionState.HELD
                                        && CurrentActor.get().may(RealisationPermissions.READ)
                                ? sessions.findRealisation(id)
                                        .map(each -> "/plan/realisation/" + each.value())
                                        .orElse(null)
                                : null,
                        happens
                                ? expenses.show("education.workshop/" + id.value(), t)
                                        .orElse(null)
                                : null,
                        mayEdit && letters.isUntold(id),
                        announcements.isAnnounced(id),
                        mayEdit));
    }

    private boolean isEvaluationOver(WorkshopSession it) {
        return settings.today().isAfter(EvaluationPolicy.lastDay(it.day()));
    }

    private @Nullable String evaluationState(WorkshopSession it, EvaluationResult result, Words t) {
        if (it.closedOn() == null && it.day().isAfter(settings.today())) {
            return t.say("workshop.evaluation.ahead", it.day());
        }
        if (it.closedOn() == null && isEvaluationOver(it)) {
            return t.say("workshop.evaluation.over", EvaluationPolicy.lastDay(it.day()));
        }
        if (it.closedOn() == null) {
            Integer open = evaluations.countOpen(it.typedId());
            return open == null
                    ? t.say("workshop.evaluation.few", EvaluationPolicy.LEAST)
                    : t.say("workshop.evaluation.open", open);
        }
        Integer answers = result.answers();
        return answers == null
                ? t.say("workshop.evaluation.hidden", EvaluationPolicy.LEAST)
                : t.say("workshop.evaluation.shown", answers, it.closedOn());
    }

    private List<WorkshopFact> facts(WorkshopSessionRow row, WorkshopSession it, Words t) {
        List<WorkshopFact> facts = new ArrayList<>();
        facts.add(new WorkshopFact(
                t.say("public.workshop.field.workshop"), t.say("workshop.with-revision", row.title(), it.revision())));
        if (row.asker() != null) {
            facts.add(new WorkshopFact(t.say("workshop.field.for"), row.asker()));
        }
        if (it.request() != null) {
            requests.findLetter(it.request())
                    .ifPresent(letter -> facts.add(
                            new WorkshopFact(t.say("workshop.session.letter"), LetterFormatter.named(letter, t))));
        }
        facts.add(new WorkshopFact(
                t.say("public.workshop.field.where"), WorkshopFormatter.place(row.region(), row.place(), t)));
        facts.add(new WorkshopFact(
                t.say("workshop.field.facilitators"),
                !row.facilitators().isEmpty()
                        ? row.facilitators()
                        : t.say(row.selfLed() ? "workshop.session.nobody" : "workshop.session.to-choose")));
        String told = letters.findLetters(it.typedId()).stream()
                .map(each -> each.name() + " – " + LetterFormatter.stateWithDetail(each.status(), t))
                .collect(Collectors.joining("\n"));
        if (!told.isEmpty()) {
            facts.add(new WorkshopFact(t.say("workshop.session.facilitators.letter"), told));
        }
        facts.add(new WorkshopFact(t.say("workshop.field.hours"), t.hours(row.hours())));
        if (row.people() != null) {
            facts.add(new WorkshopFact(t.say("workshop.field.head-count"), t.number(row.people())));
        }
        return facts;
    }
}
