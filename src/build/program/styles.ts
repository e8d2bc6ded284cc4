// What a preview asks of the styles of the program.
export { findStylesheetFault, StylesheetFault } from '../../assets/stylesheet.ts';
