package org.convergence.advocacy.dialogue.domain;

import org.convergence.advocacy.dialogue.DecisionMakerId;
import org.convergence.advocacy.dialogue.DialoguePermissions;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.DecisionMakerFacts;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.MandateFacts;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.platform.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters a decision-maker the first time that we write to her; a newcomer enters the directory too. */
@Service
@Transactional
@Requires(DialoguePermissions.FOLLOW)
public class EnterDecisionMaker {

    private final DecisionMakerService service;
    private final PersonService persons;

    EnterDecisionMaker(DecisionMakerService service, PersonService persons) {
        this.service = service;
        this.persons = persons;
    }

    /**
     * Enters a decision-maker, or completes the one that is entered already.
     *
     * @param person {@code null} for a newcomer or an office
     * @param given the name of a newcomer, with the next; both empty otherwise
     * @param office the name of an office without a known person; empty otherwise
     * @param mandate {@code null} for none yet
     */
    @Transactional(label = "dialogue.enter")
    public DecisionMakerId enter(
            @Nullable PersonId person,
            String given,
            String family,
            String office,
            DecisionMakerFacts facts,
            @Nullable MandateFacts mandate) {
        DecisionMakerId id;
        if (!office.isEmpty()) {
            id = service.findOrAdd(office);
        } else {
            id = service.findOrAdd(person != null ? person : persons.create(PersonFacts.named(given, family)));
        }
        service.complete(id, facts);
        if (mandate != null) {
            service.addMandate(id, mandate);
        }
        return id;
    }
}
