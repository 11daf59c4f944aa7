package org.convergence.advocacy.treaty.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.advocacy.treaty.domain.PetitionService.Petition;
import org.convergence.advocacy.treaty.web.TreatyPage.PetitionFact;
import org.convergence.platform.text.Words;

/** Tells what is known about a petition. */
final class PetitionFormatter {

    private PetitionFormatter() {}

    static List<PetitionFact> format(Petition it, LocalDate today, Words t) {
        LocalDate due = it.answerDue();
        List<PetitionFact> facts = new ArrayList<>();
        facts.add(new PetitionFact(
                t.say("treaty.field.parliament"), t.say(it.parliament().key())));
        if (!it.sponsor().isEmpty()) {
            facts.add(new PetitionFact(t.say("treaty.field.sponsor"), it.sponsor()));
        }
        facts.add(new PetitionFact(
                t.say("treaty.petition.signed"),
                it.closesOn() == null
                        ? t.say("treaty.petition.since", it.opensOn())
                        : t.period(it.opensOn(), it.closesOn())));
        if (it.tabledOn() != null) {
            facts.add(new PetitionFact(t.say("treaty.field.tabled_on"), t.date(it.tabledOn())));
        }
        if (it.answeredOn() != null) {
            facts.add(new PetitionFact(t.say("treaty.field.answered_on"), t.date(it.answeredOn())));
        } else if (due != null) {
            facts.add(new PetitionFact(t.say("treaty.petition.answer-due"), t.by(due, today)));
        }
        if (!it.answer().isEmpty()) {
            facts.add(new PetitionFact(t.say("treaty.field.answer"), it.answer()));
        }
        return facts;
    }
}
