/** The outbox as the administrator sees it: envelopes, never contents. */
@NullMarked
package org.convergence.platform.mail.web;

import org.jspecify.annotations.NullMarked;
