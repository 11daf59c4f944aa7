package org.convergence.plan.reading.domain.outline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the written plan outside its objectives, block by block. */
public final class OutlinePart {

    private final @Nullable TextBlock heading;
    private final List<TextBlock> blocks = new ArrayList<>();
    private final boolean after;
    private boolean listsObjectives;

    OutlinePart(@Nullable TextBlock heading) {
        this(heading, false);
    }

    /** A part after the objectives without a title is not an introduction. */
    OutlinePart(@Nullable TextBlock heading, boolean after) {
        this.heading = heading;
        this.after = after;
    }

    public @Nullable TextBlock heading() {
        return heading;
    }

    public List<TextBlock> blocks() {
        return List.copyOf(blocks);
    }

    /** Its subject; a part without a title is the introduction. */
    public ReadSectionKind kind() {
        if (listsObjectives) {
            return ReadSectionKind.OVERVIEW;
        }
        if (heading == null) {
            return after ? ReadSectionKind.OTHER : ReadSectionKind.INTRODUCTION;
        }
        ReadSectionKind kind = ReadSectionKind.fromTitle(heading.text());
        kind = kind == null ? ReadSectionKind.fromTitle(heading.mark().written()) : kind;
        return kind == null ? ReadSectionKind.OTHER : kind;
    }

    void add(TextBlock block) {
        blocks.add(block);
    }

    void addObjectiveTitle(TextBlock block) {
        blocks.add(block);
        listsObjectives = true;
    }

    boolean isEmpty() {
        return heading == null && blocks.isEmpty();
    }
}
