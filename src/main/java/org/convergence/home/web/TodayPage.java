package org.convergence.home.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.shell.HomeCard;

/**
 * Today.
 *
 * @param cards what asks for attention, in order
 * @param foot where everything stands, in a line or two
 */
public record TodayPage(LocalDate today, List<HomeCard.Card> cards, List<HomeCard.Card> foot) {}
