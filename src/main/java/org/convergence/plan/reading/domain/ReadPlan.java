package org.convergence.plan.reading.domain;

import java.util.List;
import org.convergence.plan.reading.domain.outline.Warning;

/**
 * A written plan as it was read: a proposal that a person corrects before a plan is made of it.
 *
 * @param title its title, or empty
 * @param sections its parts outside the objectives
 * @param objectives its objectives with everything under them
 * @param warnings what was decided while reading and should be looked at, in the order of the file
 * @param unplaced words of the file that are no part of the plan as read
 */
public record ReadPlan(
        String title,
        List<ReadSection> sections,
        List<ReadObjective> objectives,
        List<Warning> warnings,
        List<Unplaced> unplaced) {

    public ReadPlan {
        sections = List.copyOf(sections);
        objectives = List.copyOf(objectives);
        warnings = List.copyOf(warnings);
        unplaced = List.copyOf(unplaced);
    }
}
