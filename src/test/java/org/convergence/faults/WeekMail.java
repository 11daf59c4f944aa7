package org.convergence.faults;

import java.util.Base64;
import org.convergence.outreach.assembly.MeetingFixture;

/** The mail with two attachments that the week forwards. */
final class WeekMail {

    private WeekMail() {}

    static String to(String address) {
        String paper = """
                --ext
                Content-Type: application/pdf; name="papier-%1$d.pdf"
                Content-Disposition: attachment; filename="papier-%1$d.pdf"
                Content-Transfer-Encoding: base64

                %2$s
                """;
        return """
                From: Maryse <maryse@exemple.org>
                To: %s
                Message-ID: <une@exemple.org>
                Subject: TR: Salle
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=ext

                --ext
                Content-Type: text/plain; charset=UTF-8

                La salle est libre.
                %s%s--ext--
                """.formatted(
                        address,
                        paper.formatted(1, Base64.getMimeEncoder().encodeToString(MeetingFixture.pdf(1))),
                        paper.formatted(2, Base64.getMimeEncoder().encodeToString(MeetingFixture.pdf(2))))
                .replaceAll("\r?\n", "\r\n");
    }
}
