package org.convergence.plan.checklist;

import java.util.List;
import java.util.UUID;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A checklist on the page of its record, for the template {@code plan/checklist/items}.
 *
 * @param summary how many are done, in words
 * @param complete address that completes several items; {@code null} if none can be completed here
 * @param add address of the form of a new item; {@code null} without the permission
 */
public record ChecklistPart(
        String summary,
        List<ChecklistItemRow> items,
        @Nullable String complete,
        @Nullable String add) {

    /**
     * An item.
     *
     * @param url its form; {@code null} without the permission
     * @param tick the version to complete on the list; {@code null} without the permission
     * @param asksProof whether a sentence proves it there
     * @param detail person in charge, due day, proof
     * @param proof address of the stored file; {@code null} for none
     */
    public record ChecklistItemRow(
            UUID id,
            String label,
            @Nullable String url,
            @Nullable Integer tick,
            boolean asksProof,
            String detail,
            @Nullable String proof,
            Tone tone,
            String state,
            boolean isDone) {}

    /** The labels of the items that are not done. */
    public List<String> open() {
        return items.stream()
                .filter(each -> !each.isDone())
                .map(ChecklistItemRow::label)
                .toList();
    }
}
