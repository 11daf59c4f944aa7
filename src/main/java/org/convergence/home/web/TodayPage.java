package org.convergence.home.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.shell.NextDeadline;
import org.jspecify.annotations.Nullable;

/**
 * Today.
 *
 * @param cards what asks for attention, in order
 * @param next what comes next where nothing asks for attention; {@code null} where nothing does, or something asks
 * @param news what happened
 * @param foot where everything stands, in a line or two
 */
public record TodayPage(
        LocalDate today,
        List<HomeCard.Card> cards,
        NextDeadline.@Nullable Due next,
        List<HomeCard.Card> news,
        List<HomeCard.Card> foot) {}
