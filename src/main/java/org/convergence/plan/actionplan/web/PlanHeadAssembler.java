package org.convergence.plan.actionplan.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.convergence.directory.people.Decision;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.PlanTab;
import org.convergence.plan.actionplan.domain.PlanHeader;
import org.convergence.plan.actionplan.web.PlanHead.PlanHeadLink;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the head of every view of a plan: its title, its tabs, what the current user may do. */
@Component
class PlanHeadAssembler {

    private final List<PlanTab> contributed;

    PlanHeadAssembler(List<PlanTab> contributed) {
        this.contributed = contributed.stream()
                .sorted(Comparator.comparingInt(PlanTab::order))
                .toList();
    }

    /** @param view the last part of the view's address: empty, {@code /grid} … */
    PlanHead assemble(PlanHeader plan, String view, Words t) {
        Actor actor = CurrentActor.get();
        return new PlanHead(
                plan.id().value(),
                plan.facts().title(),
                lead(plan, t),
                plan.isDraft() ? null : amendments(plan, t),
                next(plan, actor, t),
                links(plan, actor, t),
                tabs(plan, view, actor, t));
    }

    static String url(PlanHeader plan, String below) {
        return "/plan/actionplan/" + plan.id().value() + below;
    }

    private List<Tab> tabs(PlanHeader plan, String view, Actor actor, Words t) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab(t.say("actionplan.tab.objectives"), url(plan, ""), view.isEmpty()));
        tabs.add(new Tab(t.say("actionplan.tab.grid"), url(plan, "/grid"), view.equals("/grid")));
        tabs.add(new Tab(t.say("actionplan.tab.year"), url(plan, "/year"), view.equals("/year")));
        tabs.add(new Tab(t.say("actionplan.tab.text"), url(plan, "/text"), view.equals("/text")));
        for (PlanTab tab : contributed) {
            if (actor.may(tab.permission())) {
                tabs.add(new Tab(t.say(tab.key()), tab.url().apply(plan.id()), false));
            }
        }
        return tabs;
    }

    private static @Nullable PlanHeadLink next(PlanHeader plan, Actor actor, Words t) {
        return plan.isDraft() && actor.may(ActionPlanPermissions.ADOPT)
                ? new PlanHeadLink(t.say("actionplan.gesture.adopt"), url(plan, "/adopt"))
                : null;
    }

    private static List<PlanHeadLink> links(PlanHeader plan, Actor actor, Words t) {
        List<PlanHeadLink> gestures = new ArrayList<>();
        add(gestures, true, "actionplan.file", url(plan, "/file"), t);
        boolean drafts = actor.may(ActionPlanPermissions.DRAFT);
        boolean adopts = actor.may(ActionPlanPermissions.ADOPT);
        if (plan.isDraft()) {
            add(gestures, drafts, "actionplan.gesture.edit", url(plan, "/edit"), t);
            add(gestures, drafts, "actionplan.gesture.discard", url(plan, "/discard"), t);
        } else if (plan.isAdopted()) {
            boolean amends = actor.may(ActionPlanPermissions.AMEND);
            add(gestures, amends, "actionplan.gesture.edit", url(plan, "/edit"), t);
            add(gestures, adopts, "actionplan.gesture.close", url(plan, "/close"), t);
        } else {
            add(gestures, adopts, "actionplan.gesture.reopen", url(plan, "/close"), t);
        }
        return gestures;
    }

    private static void add(List<PlanHeadLink> gestures, boolean may, String key, String url, Words t) {
        if (may) {
            gestures.add(new PlanHeadLink(t.say(key), url));
        }
    }

    private static PlanHeadLink amendments(PlanHeader plan, Words t) {
        return new PlanHeadLink(t.say("actionplan.amendments.count", plan.amendments()), url(plan, "/amendments"));
    }

    /** « Adopté par l’AGA le 30 septembre 2024, résolution AGA-2024-09-04. » */
    static String lead(PlanHeader plan, Words t) {
        Decision adoption = plan.adoption();
        if (adoption == null) {
            return t.say("actionplan.lead.draft", t.capital(PlanFormatter.period(plan.facts(), t)));
        }
        String adopted =
                t.capital(PlanFormatter.period(plan.facts(), t)) + ". " + decision(adoption.body(), adoption, t);
        return plan.closedOn() == null ? adopted : t.say("actionplan.lead.closed", adopted, plan.closedOn());
    }

    private static String decision(String body, Decision adoption, Words t) {
        @Nullable String number = adoption.number();
        return number == null
                ? t.say("actionplan.lead.adopted", body, adoption.date())
                : t.say("actionplan.lead.adopted-by", body, adoption.date(), number);
    }
}
