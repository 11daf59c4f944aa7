/**
 * The day of an assembly: the door, where delegates get the voting cards of their delegation, and the votes: by hands, on
 * paper with scrutineers, by name on the delegate's phone; amendments before their text; elections by seats. Totals agree
 * with the roll, or nothing is published. Before that day, members name their delegates by a link. Serves line 4.1. Main
 * words: mandate letter, delegation, delegate, card, vote, ballot, roll.
 * A secret vote is on paper only; a delegation's right comes from {@code resources.delegation}, the meeting, its rules
 * and its minutes are in {@code outreach.assembly}.
 */
@ApplicationModule(
        displayName = "Votes",
        allowedDependencies = {
            "platform.document",
            "platform.door",
            "platform.idempotency",
            "platform.jobs",
            "platform.mail",
            "platform.publicform",
            "platform.rendering",
            "platform.table",
            "directory.people",
            "outreach.assembly",
            "outreach.assembly :: use-cases",
            "plan.mailbox",
            "resources.delegation :: use-cases",
            "resources.membership",
            "resources.membership :: use-cases"
        })
@NullMarked
package org.convergence.outreach.vote;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
