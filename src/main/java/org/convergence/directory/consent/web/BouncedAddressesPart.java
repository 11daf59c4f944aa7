package org.convergence.directory.consent.web;

import java.util.List;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The bounced addresses of a party, on its page.
 *
 * @param works the action that marks one as working again; {@code null} without the permission
 * @param back the page of the party
 */
public record BouncedAddressesPart(
        List<BouncedAddressRow> rows, @Nullable String works, String back) {

    /** An address and its bounces. */
    public record BouncedAddressRow(String address, Tone tone, String state, String detail) {}
}
