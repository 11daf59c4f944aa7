package org.convergence.safety.mission.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import org.convergence.platform.geography.Country;

/**
 * A stay in one place.
 *
 * @param place city or region, 1 to 200 characters
 * @param zone the time zone of the place
 * @param leavesOn the last day, not before the first
 */
public record MissionLeg(Country country, String place, ZoneId zone, LocalDate arrivesOn, LocalDate leavesOn) {}
