package org.convergence.plan.reading.domain.outline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the written plan outside its objectives, block by block. */
public final class PartOfPlan {

    private final @Nullable Block heading;
    private final List<Block> blocks = new ArrayList<>();
    private final boolean after;
    private boolean listsObjectives;

    PartOfPlan(@Nullable Block heading) {
        this(heading, false);
    }

    /** A part after the objectives without a title is not an introduction. */
    PartOfPlan(@Nullable Block heading, boolean after) {
        this.heading = heading;
        this.after = after;
    }

    public @Nullable Block heading() {
        return heading;
    }

    public List<Block> blocks() {
        return List.copyOf(blocks);
    }

    /** Its subject; a part without a title is the introduction. */
    public SectionKind kind() {
        if (listsObjectives) {
            return SectionKind.OVERVIEW;
        }
        if (heading == null) {
            return after ? SectionKind.OTHER : SectionKind.INTRODUCTION;
        }
        SectionKind kind = SectionKind.of(heading.text());
        kind = kind == null ? SectionKind.of(heading.mark().written()) : kind;
        return kind == null ? SectionKind.OTHER : kind;
    }

    void add(Block block) {
        blocks.add(block);
    }

    void addObjectiveTitle(Block block) {
        blocks.add(block);
        listsObjectives = true;
    }

    boolean isEmpty() {
        return heading == null && blocks.isEmpty();
    }
}
