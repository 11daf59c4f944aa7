package org.convergence.platform.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.platform.text.Words;

/**
 * The details of the organisation that its papers and letters show; each is empty if it is not set.
 *
 * @param legalName its name in the register, if it is another one
 * @param registration its number in the register of enterprises (NEQ)
 * @param address its postal address, in lines
 * @param chequesTo the payee of cheques
 * @param bankDetails other ways to pay, in lines
 * @param signatory name of the person who signs letters
 * @param signatoryTitle the function of that person
 * @param logo file name of the logo
 * @param giving address at which one gives on line, outside
 */
public record OrganisationIdentity(
        String legalName,
        String registration,
        String address,
        String phone,
        String mail,
        String site,
        String chequesTo,
        String bankDetails,
        String signatory,
        String signatoryTitle,
        String logo,
        String giving) {

    /** Nothing is set. */
    public static final OrganisationIdentity NONE =
            new OrganisationIdentity("", "", "", "", "", "", "", "", "", "", "", "");

    /** The lines under the organisation's name: address, contact details, register; none for what is not set. */
    List<String> senderLines(String name) {
        List<String> lines = new ArrayList<>();
        if (!legalName.equals(name)) {
            lines.add(legalName);
        }
        address.lines().forEach(lines::add);
        lines.add(contact());
        lines.add(registration.isBlank() ? "" : "NEQ\u00a0" + registration);
        lines.removeIf(String::isBlank);
        return lines;
    }

    /** Telephone, mail and site in one line; empty without any. */
    public String contact() {
        return Stream.of(phone, mail, site).filter(each -> !each.isBlank()).collect(Collectors.joining(" · "));
    }

    /** How to pay, in lines; none if nothing is set. */
    public List<String> paymentLines(Words t) {
        List<String> lines = new ArrayList<>();
        if (!chequesTo.isBlank()) {
            lines.add(t.say("settings.pay.cheque", chequesTo));
        }
        bankDetails.lines().filter(each -> !each.isBlank()).forEach(lines::add);
        return lines;
    }
}
