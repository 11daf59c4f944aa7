package org.convergence.plan.realisation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Realisations on somebody else's page: of a line of the plan, of an organisation.
 *
 * @param figures what they amount to, in words; {@code null} where nothing was done
 * @param rows the latest
 * @param all the address of the whole list; {@code null} where these are all
 * @param add the address at which another one is recorded; {@code null} for who may not
 */
public record LinePart(
        @Nullable String figures,
        List<ListPage.Row> rows,
        @Nullable String all,
        @Nullable String add) {}
