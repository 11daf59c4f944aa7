@NullMarked
package org.convergence.platform.door.web;

import org.jspecify.annotations.NullMarked;
