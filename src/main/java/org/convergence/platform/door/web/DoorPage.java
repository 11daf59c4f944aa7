package org.convergence.platform.door.web;

import java.util.List;
import org.convergence.platform.door.DoorLinkService.DoorLinkRow;
import org.convergence.platform.door.DoorLinkService.NewDoorLink;
import org.convergence.platform.door.DoorSource.DoorSubject;
import org.convergence.platform.rendering.QrCode;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A door, for users who are signed in.
 *
 * @param links {@code null} for users who may not give links
 * @param made the link just made, shown once
 */
public record DoorPage(
        String url,
        DoorSubject subject,
        List<String> figures,
        @Nullable List<DoorLinkRow> links,
        Form form,
        @Nullable NewDoorLink made,
        @Nullable QrCode qr) {

    public static final Field<String> HOLDER = Field.text("holder", "door.field.holder", 200);

    /** The page of a phone, in its language; the names are fetched apart. */
    public record DoorPhonePage(Words t, String address, String publicKey, String zone, boolean isOver) {}
}
