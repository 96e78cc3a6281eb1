/** Who we exchange with: profiles of partners, what is agreed with them, over which wires, and whether it all holds. */
package io.lotwire.partner;
