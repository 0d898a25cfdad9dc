/** What every sheet says, in Spanish. */
import type { SheetCatalogue } from './en';

export const es: SheetCatalogue = {
  headings: {
    plug: 'Conecte',
    openSettings: 'Abra su configuración',
    keypad: 'Antes: su teclado se cierra',
    fetch: 'Lo más rápido: que descargue su archivo',
    fetchOnly: 'Haga que descargue su archivo',
    type: 'O escriba estos valores',
    check: 'Valores para verificar',
    test: 'Pruébelo',
    lights: 'Qué indica',
    reset: 'Restablecer la configuración de fábrica',
    network: 'A través de un firewall',
    label: 'Recorte y pegue en el teléfono',
    labelApp: 'Dígaselo a quien lo use',
  },
  title: (name) => `Configurar ${name}`,

  facts: {
    model: 'Modelo',
    mac: 'MAC',
    line: 'Línea',
    number: 'Número',
    extension: 'Extensión',
    short: 'Nombre corto',
    environment: 'Entorno',
  },

  keypad: {
    actions: {
      settings: 'su configuración',
      reset: 'el restablecimiento de fábrica',
      ipCalls: 'las llamadas a una dirección IP',
    },
    closes: (actions) => `Su archivo cierra a quien levante el auricular: ${actions}.`,
    notClosed: (actions) => `No conocemos ningún ajuste que cierre: ${actions}.`,
    address:
      'Anote ahora su dirección en la red: después quizá ya no la diga, y solo la lista el router.',
    back: (set, back) =>
      `Sin su archivo, en su página web: ${set}. Para volver, ahí con la contraseña de administrador: ${back}.`,
    resetClosed: 'Su teclado está cerrado: ábralo antes en su página web (arriba).',
  },

  card: {
    heading: 'Desde este teléfono',
    lift: 'Levante el auricular',
    handsFree: 'Oprima la tecla del auricular',
    keys: {
      menu: 'el menú',
      operator: 'la operadora',
      phone: 'otro de nuestros teléfonos',
      outside: 'un número externo',
      otherSystem: 'otro sistema telefónico',
      voice: 'una voz o un sonido',
      dialTone: 'un tono de marcar',
    },
    sevenDigits: 'Siete cifras',
    inAreaCode: (areaCode) => `un número con código de área ${areaCode}`,
    tenDigits: 'Código de área y siete cifras',
    northAmerica: 'otros números de Norteamérica, los que aquí se permiten',
    international: '`011`, código de país, número',
    abroad: 'números en el extranjero, los que aquí se permiten',
    more: 'más teléfonos nuestros: vea su lista',
    listTitle: 'Nuestros teléfonos',
  },

  fetching: {
    run: 'Quien opera el sistema ejecuta',
    then: 'y dice la dirección. Escríbala',
    give: 'Escriba esta dirección',
    while: 'Solo funciona mientras quien opera la tenga abierta.',
    thisComputer: 'dirección de esta computadora',
    folderWith: (files) => `carpeta con ${files.join(' y ')}`,
    qr: 'Dirección de su configuración',
  },

  values: {
    yes: 'sí (yes)',
    no: 'no',
    empty: '(vacío)',
    byHand: '(puesta a mano: déjela como está)',
    long: '(largo: solo en su archivo)',
    adminPassword: 'Contraseña de administrador',
    minutes: (count) => `${count} minutos`,
    seconds: (count) => `${count} segundos`,
  },

  devices: {
    cableIntoIt: 'Cable de red del router a su conector de red.',
    ownPowerLast: 'Por último, su propia fuente de alimentación.',
    powerOrPoe: 'Alimentación: desde el switch (PoE) o con su propia fuente.',
    telephoneInto: (socket) =>
      `El teléfono al conector \`${socket}\`, nunca a la línea de una compañía telefónica.`,
    liftAndPress: (keys) => `Levante el auricular y marque ${keys}`,
    liftAndPressFirst: (keys) =>
      `Antes de convertirlo en línea directa, que marca de inmediato: levante el auricular y marque ${keys}`,
    onlyOnKeys:
      'El menú de voz pide teclas: busque la dirección en la lista del router o conecte un teléfono de teclas.',
    browserTo: (address, login) => `En un navegador de la misma red: \`${address}\`. ${login}`,
    address: '<dirección>',
    macAsPassword:
      'Pide una contraseña: la dirección MAC, incluidas las letras. Una tecla de pantalla cambia entre números y letras.',
    otherFirmware: 'En otras versiones del software el menú puede llamarse de otra manera.',
  },

  network: {
    calls: (protocol, port, where, edge) =>
      `Llamadas: ${protocol}, puerto \`${port}\`, a \`${where}\` (${edge}).`,
    audio: (ports, where) => `Audio: UDP, puertos \`${ports}\`, a \`${where}\`.`,
    outwards:
      'Basta el tráfico saliente: no le abra ningún puerto. Desactive SIP ALG en el router.',
  },

  tryOut: {
    appConnected: 'La aplicación dice que está conectada.',
    rings: (number) => `Desde otro teléfono llame al \`${number}\`: suena.`,
    lift: (expected) => `Levante el auricular: ${expected}`,
    pressHandsFree: (expected) => `Oprima la tecla del auricular: ${expected}`,
    doNotLift: 'No lo levante para probar: llama de inmediato al número de emergencia.',
    dial: (keys, expected) => `Marque \`${keys}\`: ${expected}`,
    dialPhone: (keys) => `Marque \`${keys}\`, otro de nuestros teléfonos: suena y ambos se oyen.`,
    neverDial: (number) => `Nunca marque ${number} para probar.`,
    dialTone: 'se oye el tono de marcar.',
    lifted: {
      menu: 'sin tono; el menú habla en unos segundos.',
      operator: 'sin tono; llama a la operadora.',
      dialTone: 'se oye el tono de marcar en unos segundos.',
      phone: 'sin tono; suena otro de nuestros teléfonos.',
      outside: 'sin tono; llama a un número externo.',
      otherSystem: 'sin tono; contesta otro sistema telefónico.',
      voice: 'sin tono; una voz o un sonido en unos segundos.',
      varies: 'sin tono; quién contesta depende de la hora.',
      refused: 'sin tono; una voz dice que la llamada no se puede hacer.',
    },
    expected: {
      menu: 'habla el menú.',
      operator: 'llama a la operadora.',
      phone: 'suena otro de nuestros teléfonos.',
      outside: 'llama a un número externo.',
      otherSystem: 'contesta otro sistema telefónico.',
      voice: 'se oye una voz o un sonido.',
    },
  },

  emergency: {
    noAddressTest: 'No conocemos ninguna manera de oír desde este teléfono su dirección.',
    hearAddress: (how) => `Cuelgue. ${how}: una voz lee la dirección de este teléfono.`,
    mustBe: (address) => ` Debe ser: ${address}.`,
    dial: (number) => `Marque \`${number}\``,
    hashThenPress: (keys) => `Marque \`#\`; cuando conteste, oprima ${keys}`,
    handsFreeThenPress: (keys) => `Oprima la tecla del auricular; cuando conteste, oprima ${keys}`,
    liftThenPress: (keys) => `Levante el auricular; cuando conteste, oprima ${keys}`,
    liftThenDial: (number) => `Levante el auricular; cuando conteste, marque \`${number}\``,
    notTried: 'Nadie lo ha probado aún desde aquí: si nadie contesta, use otro teléfono.',
    noCalls: (number) => `Sin llamadas al ${number}`,
    cannotCall: 'Este teléfono no puede hacer llamadas de emergencia. Use otro teléfono.',
    dialsNobody: (number) => `El ${number} marcado aquí no conecta`,
    mayCall: (number, how, doubt) =>
      `Este teléfono puede llamar al ${number}: ${how}.${doubt} Si lo va a mover, avise antes: la ayuda va a la dirección registrada.`,
    doubt: (number) =>
      ` SIN COMPROBAR: si alguien contesta al marcar ${number}. Hasta oír su dirección, cuente solo con la otra manera.`,
    unshown: (number, how) =>
      `SIN COMPROBAR: si alguien contesta al ${number} desde este teléfono (${how}). Hasta que una voz haya leído su dirección, no cuente con recibir ayuda desde él. Si lo va a mover, avise antes.`,
    otherSystem: (number) =>
      `SIN COMPROBAR: este teléfono puede llamar al ${number}, pero al levantarlo contesta otro sistema telefónico. Pregunte a quien opera ese sistema cómo se llama al ${number} desde ahí. Si lo va a mover, avise antes.`,
  },

  secret:
    'Esta hoja contiene contraseñas. Guárdela como una llave y destrúyala cuando el teléfono funcione.',
  unproven: 'sin comprobar: si en su teléfono es distinto, avise a quien opera el sistema.',
};
