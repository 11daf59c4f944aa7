package org.convergence.plan.reading.domain;

import java.util.List;
import org.convergence.plan.reading.domain.outline.ReadingWarning;

/**
 * A written plan as read: a proposal to be corrected before the plan is created.
 *
 * @param title its title, or empty
 * @param sections its parts outside the objectives
 * @param objectives its objectives with everything under them
 * @param warnings decisions of the reader to be checked, in the order of the file
 * @param unplaced text of the file that is not part of the plan as read
 */
public record ReadPlan(
        String title,
        List<ReadSection> sections,
        List<ReadObjective> objectives,
        List<ReadingWarning> warnings,
        List<UnplacedText> unplaced) {

    public ReadPlan {
        sections = List.copyOf(sections);
        objectives = List.copyOf(objectives);
        warnings = List.copyOf(warnings);
        unplaced = List.copyOf(unplaced);
    }
}
